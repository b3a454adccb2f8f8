print("paradero")
