"""What a source repeats: lines by which its articles are alike, and the templates behind them."""
