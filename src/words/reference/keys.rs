//! What the tables of a checklist and their keys mean.

super::explained::explained! { SHAPES: "" {
    "checklist" => "Een checklist: groepen van vragen die een team met elkaar doorloopt, met wat daarop kan volgen.", "A checklist: groups of items that a team goes through together, and what may follow.";
    "based_on" => "De meegeleverde checklist waarvan deze gemaakt is. Zo meldt het programma een nieuwere versie.", "The shipped checklist that this one was made from, so that the program can report a newer version.";
    "source" => "Een publicatie waar vragen of zinnen op rusten.", "A publication that items or sentences rest on.";
    "group" => "Een bladzijde van de checklist: vragen die bij elkaar horen.", "A page of the checklist: items that belong together.";
    "item" => "Een vraag, een veld of een stukje tekst.", "A question, a field or a piece of text.";
    "option" => "Een antwoord waaruit gekozen wordt.", "An answer to choose from.";
    "condition" => "Een voorwaarde. Er staat precies één van item (met een toets), judgement, all, any, not of count.", "A condition. It has exactly one of item (with a test), judgement, all, any, not or count.";
    "count" => "Een telling over vragen; nooit een oordeel. Zet er at_least of at_most bij.", "A count over items; never a verdict. Put at_least or at_most beside it.";
    "indication" => "Een zin die verschijnt als de voorwaarde klopt: wat een bron ervan zegt, nooit wat het team moet doen.", "A sentence that appears when the condition holds: what a source says, never what the team must do.";
    "judgement" => "Het oordeel dat het team aan het eind geeft, met een reden.", "The judgement that the team makes at the end, with a reason.";
    "agreement" => "Een afspraak die wordt voorgesteld; het team maakt haar of laat haar liggen.", "An agreement that is suggested; the team makes it or leaves it out.";
    "text" => "Een tekst in twee talen.", "A text in two languages.";
    "code" => "Een code uit een ander stelsel dan SNOMED CT.", "A code from another system than SNOMED CT.";
    "route" => "Een route: welke checklists een soort bijeenkomst doorloopt, en in welke volgorde.", "A route: which checklists a kind of meeting goes through, and in which order.";
    "step" => "Een stap van een route: één checklist.", "A step of a route: one checklist.";
    "case" => "Een casus om mee te oefenen: een verzonnen patiënt, verteld in scènes.", "A case to practise with: a fictional patient, told in scenes.";
    "patient" => "De verzonnen patiënt van de casus.", "The fictional patient of the case.";
    "ballot" => "Een eigen vraag van een scène, waarover ieder voor zich stemt.", "A question of a scene's own, on which everybody votes individually.";
    "ballot-option" => "Wat er bij een eigen vraag van een scène te kiezen is.", "An option in a question of a scene's own.";
    "role" => "Een rol, als de groep een scène speelt.", "A role, where the group acts out a scene.";
    "scene" => "Een scène: wat er gebeurt, en waar de groep over praat.", "A scene: what happens, and what the group talks about.";
}}

super::explained::explained! { KEYS:
"checklist" {
    "format" = "1" => "De indeling van het bestand. Voor deze versie van het programma altijd 1.", "The format of the file. For this version of the program always 1.";
    "id" = "\"wensen\"" => "De naam waaronder bijeenkomsten de checklist kennen. Gelijk aan de bestandsnaam zonder .toml.", "The name by which meetings know the checklist. Equal to the file name without .toml.";
    "version" = "\"2026.1\"" => "Uw eigen versienummer. Hoog het op als de inhoud verandert.", "Your own version number. Raise it when the content changes.";
    "title" = "\"Wensen voor de komende tijd\"" => "De titel boven de checklist, van ten hoogste twee regels.", "The title above the checklist, of at most two lines.";
    "purpose" = "\"Weten wat iemand nog wil doen.\"" => "In een of twee zinnen waar de checklist voor is.", "What the checklist is for, in one or two sentences.";
    "based_on" = "{ id = \"kort\", version = \"2026.1\" }" => "Van welke meegeleverde checklist, en welke versie, deze gemaakt is.", "Which shipped checklist, and which version, this one was made from.";
    "source" = "[{ id = \"visie\", title = \"Samen leven tot het laatst\" }]" => "De bronnen waar vragen en zinnen naar verwijzen.", "The sources that items and sentences refer to.";
    "group" => "De groepen, in de volgorde van het gesprek. Elke groep is een bladzijde.", "The groups, in the order of the conversation. Each group is a page.";
    "indication" => "Zinnen die verschijnen als een voorwaarde klopt.", "Sentences that appear when a condition is met.";
    "judgement" => "Het oordeel dat het team geeft. Laat het weg als er niets te oordelen valt.", "The judgement that the team makes. Leave it out where there is nothing to judge.";
    "agreement" => "Afspraken die na het oordeel worden voorgesteld.", "Agreements that are suggested after the judgement.";
}
"based_on" {
    "id" = "\"kort\"" => "De naam van de meegeleverde checklist.", "The name of the shipped checklist.";
    "version" = "\"2026.1\"" => "De versie die u toen als begin nam.", "The version that you started from.";
}
"source" {
    "id" = "\"visie-2026\"" => "De naam waarmee een vraag naar deze bron verwijst.", "The name by which an item refers to this source.";
    "title" = "\"Samen leven tot het laatst, par. 2.2\"" => "De titel van de publicatie, met de paragraaf waar dat helpt.", "The title of the publication, with the section where that helps.";
    "year" = "2026" => "Het jaar waarin de bron verscheen.", "The year in which the source appeared.";
    "status" = "\"concept\"" => "Of de bron van kracht is. Staat op het scherm bij alles wat erop rust.", "Whether the source is in force. Shown beside everything that rests on it.";
    "url" = "\"https://example.org/rapport\"" => "Waar de bron te vinden is.", "Where the source can be found.";
    "evidence" = "\"Eén onderzoek onder 292 mensen.\"" => "Wat de bron vond, bijvoorbeeld cijfers uit een onderzoek.", "What the source found, for example figures from a study.";
}
"group" {
    "id" = "\"wens\"" => "De naam van de groep, uniek tussen alle groepen en vragen van het bestand.", "The name of the group, unique among all groups and items of the file.";
    "title" = "\"Wens\"" => "De titel boven de bladzijde, van ten hoogste twee regels.", "The title above the page, of at most two lines.";
    "prefix" = "\"1\"" => "Het nummer dat voor de titel staat, zoals op een papieren lijst.", "The number before the title, as on a paper form.";
    "link_id" = "\"1.2/a\"" => "Hoe een vragenlijst van elders dit deel noemt, als dat hier geen naam kan zijn. Zo gaat zij onder die naam ook weer naar buiten.", "What a form from elsewhere calls this part, where that cannot be a name here. It is then exported under that name again.";
    "help" = "\"Waar het kan in de **eigen woorden** van de patiënt.\"" => "Uitleg boven de vragen: alinea's, lijstjes met \"- \" en **vet**.", "Explanation above the items: paragraphs, lists with \"- \" and **bold**.";
    "enable_when" = "{ item = \"heeft-wens\", is = true }" => "De groep verschijnt alleen zolang deze voorwaarde klopt.", "The group appears only while this condition holds.";
    "repeats" = "true" => "Of de groep vaker in te vullen is, bijvoorbeeld een keer per scenario.", "Whether the group can be filled in more than once, for example once per scenario.";
    "standing" = "true" => "Of de antwoorden blijven staan tot een latere bijeenkomst ze verandert. Zonder deze sleutel horen zij bij hun dag.", "Whether the answers stand until a later meeting changes them. Without this key they belong to their day.";
    "about" = "\"team\"" => "Over wie de antwoorden gaan. Wat over het team gaat, komt nergens bij de patiënt te staan.", "Whom the answers are about. What is about the team is never shown with the patient.";
    "item" => "De vragen van de groep, elk met [[group.item]].", "The items of the group, each with [[group.item]].";
    "group" => "Groepen binnen de groep, elk met [[group.group]].", "Groups within the group, each with [[group.group]].";
}
"item" {
    "id" = "\"heeft-wens\"" => "De naam van de vraag, uniek in het bestand. Verander haar niet: antwoorden hangen eraan.", "The name of the item, unique in the file. Do not change it: answers depend on it.";
    "type" = "\"yes-no\"" => "Wat er te antwoorden valt.", "What can be answered.";
    "text" = "\"Is er iets dat deze mens nog wil doen?\"" => "De vraag, in gewone woorden en het liefst van ten hoogste twee regels.", "The question, in plain words and preferably at most two lines.";
    "label" = "\"Wens bekend\"" => "Een kort opschrift voor het overzicht en het verslag.", "A short label for the overview and the minutes.";
    "prefix" = "\"1a\"" => "Het nummer dat voor de vraag staat, zoals op een papieren lijst.", "The number before the question, as on a paper form.";
    "link_id" = "\"1.2/a\"" => "Hoe een vragenlijst van elders dit deel noemt, als dat hier geen naam kan zijn. Zo gaat zij onder die naam ook weer naar buiten.", "What a form from elsewhere calls this part, where that cannot be a name here. It is then exported under that name again.";
    "help" = "\"Vraag door:\\n\\n- wat\\n- **wanneer**\"" => "Uitleg onder de vraag: alinea's, lijstjes met \"- \" en **vet**.", "Explanation below the question: paragraphs, lists with \"- \" and **bold**.";
    "options" = "[{ code = \"ja\", text = \"Ja, graag\" }, { code = \"nee\", text = \"Nee, liever niet\" }]" => "De antwoorden waaruit gekozen wordt, bij de typen choice en choices.", "The answers to choose from, for the types choice and choices.";
    "unit" = "\"kg\"" => "De eenheid achter een getal, bij het type number.", "The unit after a number, for the type number.";
    "min" = "0" => "De laagste waarde, bij number en scale.", "The lowest value, for number and scale.";
    "max" = "10" => "De hoogste waarde, bij number en scale.", "The highest value, for number and scale.";
    "low" = "\"geen pijn\"" => "Wat de laagste waarde van een schaal betekent.", "What the lowest value of a scale means.";
    "high" = "\"ergst denkbare pijn\"" => "Wat de hoogste waarde van een schaal betekent.", "What the highest value of a scale means.";
    "looks" = "\"back\"" => "Of de dag geweest is of nog komt, bij het type date. Dan is van een dag zonder jaar duidelijk welke bedoeld is.", "Whether the day has been or is to come, for the type date. That tells which day is meant where no year is named.";
    "earliest" = "\"2020-01-01\"" => "De vroegste dag die te verwachten is, bij het type date. Een eerdere dag blijft staan, en het scherm en het verslag zeggen dat hij ervoor ligt.", "The earliest day to be expected, for the type date. An earlier one stays, and screen and minutes say that it lies before.";
    "latest" = "\"2030-12-31\"" => "De laatste dag die te verwachten is, bij het type date. Een latere dag blijft staan, met diezelfde opmerking.", "The last day to be expected, for the type date. A later one stays, with the same remark.";
    "time" = "true" => "Of bij de dag ook het tijdstip hoort, bij het type date. Een dag zonder tijdstip blijft een antwoord.", "Whether the time belongs to the day, for the type date. A day without a time remains an answer.";
    "ask" = "\"who-knows\"" => "Wie de vraag beantwoordt.", "Who answers the item.";
    "audience" = "[\"social-domain\", \"patient\"]" => "Wie het antwoord buiten het dossier mag lezen; wie niet is genoemd, krijgt het niet.", "Who may read the answer outside the record; whoever is not named does not get it.";
    "states" = "\"pzp\"" => "Welke manieren van niet-antwoorden het programma aanbiedt.", "Which explicit non-answers the program offers.";
    "discussed" = "\"needed\"" => "Wat het antwoord te maken heeft met het gesprek waarin het met de patiënt is besproken.", "What the answer has to do with the conversation in which it was discussed with the patient.";
    "standing" = "true" => "Of het antwoord blijft staan tot een latere bijeenkomst het verandert. Zonder deze sleutel hoort het bij zijn dag.", "Whether the answer stands until a later meeting changes it. Without this key it belongs to its day.";
    "code" = "\"713603004\"" => "De code van de vraag in een landelijke standaard, voor latere uitwisseling.", "The code of the item in a standard, for later exchange.";
    "source" = "\"visie-2026\"" => "De bron waar de vraag op rust, bij zijn id.", "The source that the item rests on, by its id.";
    "enable_when" = "{ item = \"heeft-wens\", is = true }" => "De vraag verschijnt alleen zolang deze voorwaarde klopt.", "The item appears only while this condition holds.";
    "item" => "Vragen die onder deze vraag horen, elk met [[group.item.item]].", "Items that belong under this one, each with [[group.item.item]].";
}
"option" {
    "code" = "\"nee\"" => "De naam waaronder de keuze wordt vastgelegd, uniek binnen de vraag.", "The name under which the choice is recorded, unique within the item.";
    "text" = "\"Nee, het zou mij niet verbazen\"" => "Het antwoord zoals het op het scherm staat, van ten hoogste drie regels.", "The answer as it stands on the screen, of at most three lines.";
    "coding" = "\"385987000\"" => "De code van dit antwoord in een landelijke standaard.", "The code of this answer in a standard.";
    "source" = "\"richtlijn\"" => "De bron van dit ene antwoord, of een lijst van bronnen, als het een andere is dan die van de vraag.", "The source of this one answer, or a list of sources, where it differs from the item's.";
    "needs_note" = "true" => "Of de keuze niets zegt zonder toelichting, zoals \"anders, namelijk\". Zonder toelichting heet het antwoord onvolledig.", "Whether the choice says nothing without an explanation, such as \"other, namely\". Without one the answer is called incomplete.";
    "exclusive" = "true" => "Of de keuze met geen andere samengaat waar er meer gekozen mogen worden, zoals \"geen aanwijzingen\". Wie haar kiest, laat de andere los, en andersom.", "Whether the choice excludes every other where several may be chosen, such as \"no signs\". Choosing it clears the others, and the other way round.";
    "leaves_open" = "true" => "Of de keuze de vraag open laat, zoals \"nog onbekend\" of bij een oordeel \"hier later op terugkomen\". Zij komt niet in de plaats van wat er uit een eerdere bijeenkomst staat; dat staat er dan met de mededeling dat het weer open is.", "Whether the choice leaves the question open, such as \"not known yet\" or, of a judgement, \"come back to this later\". It does not replace what stands from an earlier meeting; that then stays, with the remark that it is open again.";
}
"condition" {
    "item" = "\"heeft-wens\"" => "De vraag waarnaar gekeken wordt. Zonder toets: of zij beantwoord is. Van een andere checklist: \"markering/vraag\".", "The item that is looked at. Without a test: whether it is answered. Of another checklist: \"markering/item\".";
    "is" = "true" => "Klopt als dit het antwoord is.", "Holds when this is the answer.";
    "is_not" = "\"nee\"" => "Klopt als er een ander antwoord is gegeven dan dit.", "Holds when an answer other than this was given.";
    "in" = "[\"ja\", \"misschien\"]" => "Klopt als het antwoord een van deze is.", "Holds when the answer is one of these.";
    "at_least" = "4" => "Klopt als het getal dit is of hoger.", "Holds when the number is this or higher.";
    "at_most" = "6" => "Klopt als het getal dit is of lager.", "Holds when the number is this or lower.";
    "answered" = "false" => "Klopt als de vraag wel (true) of niet (false) beantwoord is.", "Holds when the item is answered (true) or is not (false).";
    "judgement" = "[\"markeren\", \"later\"]" => "Klopt als het team zo oordeelde: de code van een optie, of een lijst daarvan.", "Holds when the team made this judgement: the code of an option, or a list of them.";
    "checklist" = "\"markering\"" => "Van welke andere checklist het oordeel is; hoort bij judgement.", "The other checklist that the judgement belongs to; goes with judgement.";
    "all" = "[{ item = \"pijn\", is = true }, { item = \"slaap\", is = false }]" => "Klopt als al deze voorwaarden kloppen.", "Holds when all these conditions hold.";
    "any" = "[{ item = \"pijn\", is = true }, { item = \"slaap\", is = false }]" => "Klopt als ten minste één van deze voorwaarden klopt.", "Holds when at least one of these conditions holds.";
    "not" = "{ item = \"pijn\", is = true }" => "Klopt als deze voorwaarde niet klopt.", "Holds when this condition does not.";
    "count" = "{ items = [\"pijn\", \"slaap\"], is = true, at_least = 1 }" => "Klopt als genoeg van deze vragen zo beantwoord zijn.", "Holds when enough of these items have this answer.";
}
"count" {
    "items" = "[\"pijn\", \"slaap\"]" => "De vragen waarover geteld wordt.", "The items that are counted.";
    "is" = "true" => "Welk antwoord meetelt; zonder deze sleutel telt elk antwoord.", "Which answer counts; without this key every answer does.";
    "at_least" = "1" => "Hoeveel het er ten minste zijn.", "How many there are at least.";
    "at_most" = "2" => "Hoeveel het er ten hoogste zijn.", "How many there are at most.";
}
"indication" {
    "id" = "\"sterke-indicatie\"" => "De naam waaronder het verslag vastlegt dat de zin te zien was.", "The name under which the record notes that the sentence was shown.";
    "when" = "{ item = \"surprise-question\", is = \"nee\" }" => "Wanneer de zin verschijnt.", "When the sentence appears.";
    "text" = "\"Volgens het Kwaliteitskader is nee een sterke indicatie om te markeren.\"" => "De zin zelf: wat de bron zegt, niet wat het team moet doen.", "The sentence itself: what the source says, not what the team must do.";
    "source" = "\"visie-2026\"" => "De bron die dit zegt. Zonder bron volgt een waarschuwing.", "The source that says so. Without one a warning follows.";
}
"judgement" {
    "text" = "\"Wat is het oordeel van het team?\"" => "De vraag om het oordeel.", "The question for the judgement.";
    "help" = "\"Zeg ook de **reden**.\"" => "Uitleg onder de vraag: alinea's, lijstjes met \"- \" en **vet**.", "Explanation below the question: paragraphs, lists with \"- \" and **bold**.";
    "options" = "[{ code = \"ja\", text = \"Markeren\" }, { code = \"later\", text = \"Hier later op terugkomen\" }]" => "Wat er geoordeeld kan worden. Bied altijd een weg om het open te laten.", "The judgements to choose from. Always offer a way to leave it open.";
    "source" = "\"visie-2026\"" => "De bron waar de vraag op rust.", "The source that the question rests on.";
    "judge_again_after" = "7" => "Na hoeveel dagen een oordeel dat staat, vraagt om opnieuw te oordelen. Het oordeel eindigt daarmee niet.", "After how many days a standing judgement asks to be made again. It does not end by that.";
    "involve" = "[\"arts\", [\"verpleegkundige\", \"verzorgende\"]]" => "Wie er volgens de bron bij horen; een groepje tussen haken is compleet met één van hen. Wie ontbreekt, wordt genoemd; niets wordt tegengehouden.", "Who should take part according to the source; a group in brackets is complete with one of them. Who is missing is mentioned; nothing is blocked.";
}
"agreement" {
    "when" = "{ judgement = \"ja\" }" => "Wanneer de afspraak wordt voorgesteld; zonder voorwaarde altijd.", "When the agreement is suggested; always without a condition.";
    "text" = "\"Wie bespreekt dit met de patiënt?\"" => "Wat er afgesproken zou worden.", "What would be agreed.";
    "source" = "\"visie-2026\"" => "De bron die hierom vraagt.", "The source that asks for it.";
}
"text" {
    "nl" = "\"Wens\"" => "De Nederlandse tekst. Die is er altijd.", "The Dutch text. It is required.";
    "en" = "\"Wish\"" => "De Engelse tekst. Geef haar bij alle teksten, of bij geen enkele.", "The English text. Give it with all texts, or with none.";
}
"code" {
    "system" = "\"loinc\"" => "Het stelsel waar de code uit komt.", "The system that the code comes from.";
    "code" = "\"75773-2\"" => "De code binnen dat stelsel.", "The code within that system.";
}
}
