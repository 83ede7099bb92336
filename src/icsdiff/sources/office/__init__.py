"""What word processors' formats share: their packages, their XML, their numbering, and text in runs."""
