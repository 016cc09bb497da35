"""What Cercle shows and is made of apart from code: the learner's page, icons, type, themes, translations, formats."""
