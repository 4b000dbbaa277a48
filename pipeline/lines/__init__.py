"""What a single line is: text, or what a site says around it. The rules of cleaning, and what tells
without them."""
