//! Bounds within which a definition stays usable, and within which a hostile one stays harmless.

/// Largest file, in bytes; checked before anything is read.
pub const FILE: usize = 1024 * 1024;
/// Most values in one list.
pub const LIST: usize = 500;
/// Most files in one folder of definitions.
pub const FILES: usize = 500;
/// Most keys in a file, so that no file becomes a tree that takes many times its own space.
pub const KEYS: usize = 60_000;
/// Most items in a checklist, nested ones included.
pub const ITEMS: usize = 500;
/// Most groups in a checklist, nested ones included.
pub const GROUPS: usize = 100;
/// Most steps of a scale: more than these nobody goes over, by arrows or in words.
pub const SCALE: i64 = 1000;
/// Most options of one question.
pub const OPTIONS: usize = 50;
/// Most sources, indications or agreements.
pub const PARTS: usize = 200;
/// Most steps of a route.
pub const STEPS: usize = 50;
/// Most scenes of a case.
pub const SCENES: usize = 50;
/// Deepest nesting of groups and items together.
pub const DEPTH: usize = 6;
/// Deepest nesting within one condition.
pub const CONDITION_DEPTH: usize = 8;
/// Most tests in the conditions of one file together.
pub const TESTS: usize = 5000;
/// Most problems told about one file; the rest is only counted.
pub const PROBLEMS: usize = 100;
/// Longest name.
pub const NAME: usize = 64;
