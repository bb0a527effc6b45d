"""PDF files: letters and rules of pages to tables and lines; scans through Tesseract."""
