"""Sets of moderation rules that are kept from class to class: those that are shipped, and one's own."""
