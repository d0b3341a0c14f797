"""A figure, a language, a size and a theme in; the bytes of an SVG, PNG or PDF file out."""
