//! What the commands for who installs the program say.

use crate::words::language::sentences;

sentences! {
    /// Usage of a command.
    cli_usage_completions =>
        "pallium completions [OPTIES] bash|zsh|fish|powershell|elvish",
        "pallium completions [OPTIONS] bash|zsh|fish|powershell|elvish";
    /// A command.
    cli_completions =>
        "Druk af wat uw shell nodig heeft om opdrachten aan te vullen",
        "Print what your shell needs to complete commands";
    /// Name of a value.
    cli_value_shell => "bash|zsh|fish|powershell|elvish", "bash|zsh|fish|powershell|elvish";
    /// An argument.
    cli_argument_shell => "Voor welke shell", "For which shell";
    /// Usage of a command.
    cli_usage_manual => "pallium manual [OPTIES] MAP", "pallium manual [OPTIONS] DIR";
    /// A command for who makes a package of the program.
    cli_manual => "Schrijf een man-pagina van elke opdracht", "Write a man page for each command";
    /// An argument.
    cli_argument_manual => "Map waarin de pagina's komen", "Folder for the pages";
    /// Behind the title of a man page.
    cli_manual_title => "Handleiding van Pallium", "Pallium manual";
}
