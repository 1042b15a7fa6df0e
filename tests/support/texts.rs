//! Everything that the tests and benches know of Pallium's own texts and ways: the one place to change with the program.
