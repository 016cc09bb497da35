"""A class of simulated people, over real sockets, so that a trainer practises alone and a relay is put to the test."""
