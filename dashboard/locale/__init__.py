"""Translations: one folder a language, English is the key; places.csv holds the names of countries and regions."""
