"""Documents of daily life: Word, RTF, EPUB, PDF, Markdown."""
