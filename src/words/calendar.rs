//! Names of days and months.
