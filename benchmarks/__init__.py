"""What the steps are measured with; each prints, none decides."""
