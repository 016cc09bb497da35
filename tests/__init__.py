"""The tests of Cercle; folders mirror the source. A package, so that benches run as `python -m tests.bench.NAME`."""
