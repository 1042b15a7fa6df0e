//! The rules by name.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The definition cannot be used.
    Error,
    /// The definition can be used, but is not as good as it could be.
    Warning,
}

/// Declares the codes with their names as shown and how severe each is.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $severity:ident;)*) => {
        /// The rule that found a problem; its name never changes, so that people can look it up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DiagnosticCode { $($(#[$doc])* $code,)* }

        impl DiagnosticCode {
            /// All rules, in the order of the reference.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The name as shown.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// How severe the rule is, unless the origin of the file makes it stricter.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

impl DiagnosticCode {
    /// Whether the rule came after definitions that meetings pinned, which have to open for ever.
    pub const fn is_young(self) -> bool {
        matches!(
            self,
            Self::UnknownDiscipline
                | Self::ContradictingAudience
                | Self::UnsuitableAsk
                | Self::LongScale
                | Self::DuplicateText
        )
    }
}

codes! {
    /// The text is not TOML.
    Syntax = "schrijffout", Error;
    /// A quote, bracket or brace that is never closed.
    Unclosed = "niet-gesloten", Error;
    /// A key that stands twice in one table.
    DuplicateKey = "dubbele-sleutel", Error;
    /// Bytes that are no text.
    NotUnicode = "geen-tekst", Error;
    /// A file of another kind than a definition.
    OtherKind = "ander-bestand", Error;
    /// A file over the limit.
    TooLarge = "te-groot", Error;
    /// A link to another place.
    Link = "koppeling", Error;
    /// A folder with the name of a definition.
    Folder = "map", Error;
    /// A pipe, a device or a socket.
    Special = "geen-gewoon-bestand", Error;
    /// A file or folder that the system does not give.
    Unreadable = "onleesbaar", Error;
    /// A file name that is no text.
    NameNotUnicode = "naam-geen-tekst", Error;
    /// More files than the limit.
    TooManyFiles = "te-veel-bestanden", Error;
    /// A file or folder that was meant to be read and is not, for its name.
    PassedOver = "overgeslagen", Error;
    /// More parts than the limit.
    TooMany = "te-veel", Error;
    /// Deeper than the limit.
    TooDeep = "te-diep", Error;
    /// A format of a later program.
    NewerFormat = "nieuwer-formaat", Error;
    /// A key that does not exist.
    UnknownKey = "onbekende-sleutel", Error;
    /// A value of the wrong type.
    WrongType = "verkeerd-type", Error;
    /// A key that is needed.
    MissingKey = "ontbrekende-sleutel", Error;
    /// A number outside its bounds.
    OutOfRange = "buiten-bereik", Error;
    /// A case that does not say that it is fictional.
    NotFictional = "niet-verzonnen", Error;
    /// A word that the key does not know.
    UnknownWord = "onbekend-woord", Error;
    /// A profession that does not exist.
    UnknownDiscipline = "onbekend-beroep", Error;
    /// Readers that contradict each other.
    ContradictingAudience = "tegenstrijdige-lezers", Error;
    /// An answer that is kept from the readers who are not named.
    FewerReaders = "minder-lezers", Warning;
    /// A question or judgement of which every option leaves it open.
    NothingToSay = "alles-open", Warning;
    /// A name of the wrong form.
    BadName = "ongeldige-naam", Error;
    /// A name that is no safe file name.
    UnsafeName = "onveilige-naam", Error;
    /// A name that differs from the file name.
    OtherFileName = "andere-bestandsnaam", Error;
    /// A key that does not fit the type.
    UnsuitableKey = "ongepaste-sleutel", Error;
    /// Somebody is asked who cannot answer.
    UnsuitableAsk = "ongepaste-ask", Error;
    /// A name given twice.
    DuplicateName = "dubbele-naam", Error;
    /// A code given twice.
    DuplicateCode = "dubbele-code", Error;
    /// A text of an option given twice.
    DuplicateText = "dubbele-tekst", Error;
    /// A key that changes nothing where it stands.
    IdleKey = "zonder-gevolg", Warning;
    /// An item that does not exist.
    UnknownItem = "onbekende-vraag", Error;
    /// A source that does not exist.
    UnknownSource = "onbekende-bron", Error;
    /// A checklist that does not exist.
    UnknownChecklist = "onbekende-checklist", Error;
    /// An option that does not exist.
    UnknownOption = "onbekende-optie", Error;
    /// A vote that cannot be held.
    BadVote = "ongepaste-stemming", Error;
    /// An answer on record that cannot stand there.
    BadGiven = "ongepast-gegeven", Error;
    /// Scenes that take longer than the case.
    MinutesTogether = "te-lang", Warning;
    /// No judgement to test.
    NoJudgement = "geen-oordeel", Error;
    /// A test that does not fit.
    UnsuitableTest = "ongepaste-toets", Error;
    /// A condition that cannot be read in one way.
    UnclearCondition = "onduidelijke-voorwaarde", Error;
    /// A list with nothing in it.
    EmptyList = "lege-lijst", Error;
    /// Conditions in a circle.
    Circle = "kringverwijzing", Error;
    /// Something that never appears.
    Unreachable = "onbereikbaar", Error;
    /// A condition that says nothing.
    AlwaysTrue = "altijd-waar", Warning;
    /// A condition that cannot hold.
    NeverTrue = "nooit-waar", Error;
    /// A group with nothing in it.
    EmptyGroup = "lege-groep", Error;
    /// A scale with more steps than anybody goes over.
    LongScale = "te-lange-schaal", Error;
    /// A number with decimals that reads as thousands.
    Thousands = "punt-in-getal", Warning;
    /// Bounds the wrong way round.
    BadRange = "omgekeerde-grenzen", Error;
    /// Texts without English.
    MissingTranslation = "ontbrekende-vertaling", Warning;
    /// An indication without a source.
    MissingSource = "ontbrekende-bron", Warning;
    /// An indication on a count or scale.
    ScoreAsVerdict = "score-als-oordeel", Warning;
    /// A text that does not fit a small screen.
    TooWide = "past-niet", Warning;
    /// A choice with one option.
    OneOption = "een-optie", Warning;
    /// An address that nothing can open.
    BadAddress = "ongeldig-adres", Warning;
    /// A text with nothing in it.
    EmptyText = "lege-tekst", Error;
    /// A character that cannot be seen.
    HiddenCharacter = "verborgen-teken", Warning;
}
