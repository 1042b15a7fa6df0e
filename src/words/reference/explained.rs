//! The form of an explanation, and how a table of them is written.

/// What a name of the format means: Dutch, English, and an example as it is written in a file.
pub(super) struct Explained {
    /// Where the name stands: a shape, or a key for its words.
    pub within: &'static str,
    /// The name.
    pub name: &'static str,
    pub dutch: &'static str,
    pub english: &'static str,
    /// A value as it is written behind the key; empty where there is none.
    pub example: &'static str,
}

/// Declares explanations: `within name = example => dutch, english;`.
macro_rules! explained {
    ($table:ident: $($within:literal { $($name:literal $(= $example:literal)? => $dutch:literal, $english:literal;)* })*) => {
        pub(super) const $table: &[super::explained::Explained] = &[$($(super::explained::Explained {
            within: $within,
            name: $name,
            dutch: $dutch,
            english: $english,
            example: concat!($($example)?),
        },)*)*];
    };
}
pub(super) use explained;
