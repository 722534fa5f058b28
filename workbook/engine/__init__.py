"""From a scenario to numbers: equations in order, and three programs printed from them."""
