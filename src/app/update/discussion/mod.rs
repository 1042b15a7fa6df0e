//! What a team comes to about a patient: its judgement, what still holds, and that the discussion is finished.

mod explaining;
mod finish;
mod judging;
mod renewing;
mod walking;
