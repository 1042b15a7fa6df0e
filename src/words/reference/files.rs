//! What the keys of routes and cases mean, and the words that keys know.

super::explained::explained! { KEYS:
"route" {
    "format" = "1" => "De indeling van het bestand. Voor deze versie van het programma altijd 1.", "The format of the file. For this version of the program always 1.";
    "id" = "\"wensenrondje\"" => "De naam van de route. Gelijk aan de bestandsnaam zonder .toml.", "The name of the route. Equal to the file name without .toml.";
    "version" = "\"2026.1\"" => "Uw eigen versienummer. Hoog het op als de inhoud verandert.", "Your own version number. Raise it when the content changes.";
    "title" = "\"Kort bespreken\"" => "De titel zoals die in de keuze van routes staat.", "The title as it appears in the choice of routes.";
    "purpose" = "\"Voor een bijeenkomst met veel patiënten.\"" => "In een of twee zinnen waar de route voor is.", "What the route is for, in one or two sentences.";
    "default_for" = "[\"patz\"]" => "Bij welke soorten bijeenkomst deze route vanzelf gekozen is: patz, mdo, education of between.", "For which kinds of meeting this route is chosen by default: patz, mdo, education or between.";
    "step" => "De stappen, in volgorde. Elke stap is een checklist.", "The steps, in order. Each step is a checklist.";
}
"step" {
    "checklist" = "\"markering\"" => "De checklist van deze stap, bij haar id.", "The checklist of this step, by its id.";
    "title" = "\"Markering\"" => "De titel van de stap, als die korter kan dan die van de checklist.", "The title of the step, if it can be shorter than the checklist's.";
    "folded" = "true" => "Of de stap niet altijd nodig is: wie de stappen langsloopt, leest dat vóór hij erheen gaat.", "Whether the step is not always needed: whoever goes through the steps reads this before going there.";
    "inline" = "true" => "Of de vragen op de bladzijde van de patiënt zelf staan, zodat niets geopend hoeft te worden.", "Whether the items are on the patient's own page, so that nothing has to be opened.";
    "enable_when" = "{ item = \"kort/kleur\", is = \"rood\" }" => "De stap wordt alleen aangeboden zolang deze voorwaarde klopt.", "The step is offered only while this condition holds.";
}
"case" {
    "format" = "1" => "De indeling van het bestand. Voor deze versie van het programma altijd 1.", "The format of the file. For this version of the program always 1.";
    "id" = "\"mevrouw-a\"" => "De naam van de casus. Gelijk aan de bestandsnaam zonder .toml.", "The name of the case. Equal to the file name without .toml.";
    "version" = "\"2026.1\"" => "Uw eigen versienummer. Hoog het op als de inhoud verandert.", "Your own version number. Raise it when the content changes.";
    "title" = "\"Mevrouw A. wordt stiller\"" => "De titel zoals de groep die ziet.", "The title as the group sees it.";
    "purpose" = "\"Oefenen met markeren.\"" => "In een of twee zinnen waar de casus voor is.", "What the case is for, in one or two sentences.";
    "fictional" = "true" => "Verklaart dat de patiënt verzonnen is. Zonder deze regel komt de casus niet in gebruik: over een echt mens hoort niets in lesmateriaal.", "Declares that the patient is fictional. Without this line the case is not used: nothing about a real person belongs in teaching material.";
    "minutes" = "60" => "Hoe lang een bijeenkomst met deze casus duurt, in minuten.", "How long a session with this case takes, in minutes.";
    "for" = "[\"nurses\", \"doctors\"]" => "Voor wie de casus is. Bij volunteers staat geen medisch woord zonder uitleg.", "For whom the case is. For volunteers no medical term is left unexplained.";
    "goals" = "[\"Samen oordelen, met de reden erbij.\"]" => "De leerdoelen: wat de groep na afloop kan.", "The learning objectives: what the group can do afterwards.";
    "source" = "[{ id = \"visie\", title = \"Samen leven tot het laatst\" }]" => "De bronnen waar de scènes op rusten.", "The sources that the scenes rest on.";
    "patient" => "De verzonnen patiënt.", "The fictional patient.";
    "scene" => "De scènes, in de volgorde waarin u ze vertelt.", "The scenes, in the order in which you tell them.";
}
"patient" {
    "label" = "\"mevrouw A.\"" => "Hoe de groep de patiënt noemt: een letter, nooit een naam.", "What the group calls the patient: a letter, never a name.";
    "age" = "84" => "De leeftijd in jaren.", "The age in years.";
    "situation" = "\"Woont alleen. Haar dochter komt om de dag.\"" => "Wat iedereen weet als de casus begint.", "What everybody knows when the case begins.";
    "own_words" = "\"Ik heb altijd voor een ander gezorgd.\"" => "Wie deze mens is, in haar of zijn eigen woorden.", "Who this person is, in their own words.";
}
"scene" {
    "id" = "\"thuiskomst\"" => "De naam van de scène, uniek in de casus.", "The name of the scene, unique in the case.";
    "title" = "\"Weer thuis\"" => "De titel van de scène, van ten hoogste twee regels.", "The title of the scene, of at most two lines.";
    "minutes" = "15" => "Hoe lang de scène duurt, in minuten.", "How long the scene takes, in minutes.";
    "text" = "\"Acht weken later belt de dochter.\"" => "Wat u de groep vertelt: alinea's, lijstjes met \"- \" en **vet**.", "What you tell the group: paragraphs, lists with \"- \" and **bold**.";
    "checklist" = "\"markering\"" => "De checklist die de groep op dit punt doorloopt, bij haar id.", "The checklist that the group goes through at this point, by its id.";
    "given" = "{ \"pzp/reanimatie\" = \"wel\" }" => "Wat er al in het dossier staat als de scène begint: vragen met hun antwoord. Zonder checklist ervoor is het een vraag van de checklist van de scène.", "What is on record already when the scene begins: items with their answer. Without a checklist before it, an item of the scene's checklist.";
    "vote" = "[\"markering/surprise-question\"]" => "Waarover ieder voor zich stemt, vóór en na het gesprek: vragen uit de checklist van de scène, van het type yes-no, choice of choices. \"markering/judgement\" is het oordeel van die checklist.", "What everybody votes on individually, before and after the discussion: items of the scene's checklist, of type yes-no, choice or choices. \"markering/judgement\" is the judgement of that checklist.";
    "ballot" = "[{ id = \"wie-eerst\", text = \"Wie praat als eerste met wie?\", options = [{ code = \"zij\", text = \"de arts met haar\" }, { code = \"zoon\", text = \"de arts met haar zoon\" }] }]" => "Eigen vragen waarover ieder voor zich stemt, als geen checklist ze stelt.", "The scene's own questions on which everybody votes individually, where no checklist asks them.";
    "roles" = "[{ who = \"De dochter\", card = \"U bent moe.\" }]" => "Rollen, als de groep de scène speelt.", "Roles, where the group acts out the scene.";
    "reveal" = "\"De wijkverpleegkundige weet nog iets.\"" => "Nieuwe informatie, die u vertelt na de eerste stemronde. Daarna stemt de groep opnieuw.", "New information, told after the first round of votes. The group then votes again.";
    "outcome" = "\"De huisarts ging bij haar langs.\"" => "Hoe het verder ging. U vertelt het aan het eind van de scène; het is geen goed of fout.", "What happened next. You tell it at the end of the scene; it is neither right nor wrong.";
    "questions" = "[\"Wie kan deze vraag beantwoorden, en wie niet?\"]" => "Vragen voor het gesprek in de groep.", "Questions for discussion in the group.";
    "debrief" = "\"Laat eerst ieder voor zich antwoorden.\"" => "Alleen voor de trainer: wat u na de scène inbrengt.", "For the trainer only: what to bring up after the scene.";
    "source" = "\"visie\"" => "De bron waar de scène op rust, bij zijn id.", "The source that the scene rests on, by its id.";
}
"ballot" {
    "id" = "\"wie-eerst\"" => "De naam van de vraag; uniek onder alles waarover in de scène wordt gestemd.", "The name of the question; unique among everything voted on in the scene.";
    "text" = "\"Wie praat als eerste met wie?\"" => "De vraag, van ten hoogste drie regels.", "The question, of at most three lines.";
    "options" = "[{ code = \"zij\", text = \"de arts met haar\" }, { code = \"zoon\", text = \"de arts met haar zoon\" }]" => "Wat er te kiezen is; ieder kiest er een.", "The options to choose from; everybody chooses one.";
}
"ballot-option" {
    "code" = "\"zij\"" => "De code, uniek in de vraag.", "The code, unique in the question.";
    "text" = "\"de arts met haar\"" => "De woorden van de keuze, van ten hoogste twee regels.", "The words of the choice, of at most two lines.";
}
"role" {
    "who" = "\"De dochter\"" => "Wie iemand speelt.", "Which role somebody plays.";
    "card" = "\"U bent moe en u schaamt u daarvoor.\"" => "Wat alleen wie deze rol speelt te lezen krijgt.", "What only the person playing this role gets to read.";
}
}

super::explained::explained! { WORDS:
"type" {
    "yes-no" => "Ja of nee.", "Yes or no.";
    "choice" => "Eén antwoord uit options.", "One answer from options.";
    "choices" => "Een of meer antwoorden uit options.", "One or more answers from options.";
    "scale" => "Een geheel getal van min tot en met max, met woorden bij de uiteinden.", "A whole number from min up to max, with words at the ends.";
    "number" => "Een getal, met een eenheid als die er is.", "A number, with a unit where there is one.";
    "date" => "Een dag, getypt zoals mensen dat doen.", "A day, typed as people do.";
    "short-text" => "Eén regel tekst.", "One line of text.";
    "long-text" => "Tekst van elke lengte.", "Text of any length.";
    "person" => "Een deelnemer, of iemand van buiten.", "A participant, or somebody from outside.";
    "agreement" => "Een voorstel voor een afspraak, die met één toets gemaakt is.", "A suggestion for an agreement, made with one key.";
    "display" => "Tekst om te lezen; er valt niets te antwoorden.", "Text to read; there is nothing to answer.";
}
"default_for" {
    "patz" => "Een bijeenkomst van een PaTz-groep.", "A meeting of a PaTz group.";
    "mdo" => "Een multidisciplinair overleg.", "A multidisciplinary meeting.";
    "education" => "Scholing met een casus die de groep zelf invoert.", "Education with a case that the group brings in itself.";
    "between" => "Wat tussen bijeenkomsten gebeurt.", "What happens between meetings.";
}
"for" {
    "volunteers" => "Vrijwilligers en anderen zonder zorgopleiding.", "Volunteers and others without training in care.";
    "carers" => "Verzorgenden en helpenden.", "Care assistants and helpers.";
    "nurses" => "Verpleegkundigen, ook verpleegkundig specialisten.", "Nurses, also nurse practitioners.";
    "doctors" => "Huisartsen en andere artsen.", "GPs and other physicians.";
    "mixed" => "Een gemengde groep van verschillende beroepen.", "A mixed group of several professions.";
}
"ask" {
    "team" => "Het team samen. Dit geldt als ask er niet staat.", "The team together. This is the default.";
    "who-knows" => "Wie de patiënt kent; ieder antwoordt apart, met naam.", "Whoever knows the patient; each answers separately, by name.";
    "each-participant" => "Iedereen voor zich; alleen aantallen worden vastgelegd, geen namen. Bij yes-no, choice en choices, zonder discussed. Een voorwaarde ziet de antwoorden pas als de verdeling getoond is.", "Everybody individually; only counts are kept, no names. With yes-no, choice and choices, without discussed. A condition sees the answers only once the spread is shown.";
}
"audience" {
    "team" => "Het team dat bijeen was.", "The team that met.";
    "social-domain" => "Het sociaal domein en vrijwilligers.", "The social domain and volunteers.";
    "patient" => "De patiënt en naasten.", "The patient and relatives.";
}
"states" {
    "team" => "Alleen \"vandaag niet besproken\". Dit geldt als states er niet staat.", "Only \"not discussed today\". This is the default.";
    "pzp" => "Die van het PZP: nog onbekend, met patiënt niet besproken, patiënt is er nog niet aan toe; en niet van toepassing, maar niet bij `discussed = \"needed\"`: bij een behandelgrens is dat als \"niet\" te lezen.", "Those of the PZP: still unknown, not discussed with the patient, patient not ready for it; and not applicable, but not with `discussed = \"needed\"`: beside a treatment limit it can be read as a refusal.";
    "unknown" => "Alleen \"nog onbekend\": voor feiten die iemand kan nazoeken.", "Only \"still unknown\": for facts that somebody can look up.";
    "none" => "Geen enkele: de vraag is beantwoord of leeg.", "None: the item is answered or empty.";
}
"discussed" {
    "needed" => "Het antwoord telt pas als ook genoteerd is door wie, wanneer en met wie het is besproken; anders heet het op het scherm en op papier onvolledig.", "The answer counts only when it is also noted by whom, when and with whom it was discussed; otherwise it is called incomplete on the screen and on paper.";
    "on" => "Dit antwoord is de dag van een gesprek. Voor een vraag van het type date.", "This answer is the day of a conversation. For an item of type date.";
    "by" => "Dit antwoord is wie het gesprek voerde. Voor een vraag van het type person of een tekst.", "This answer is who had the conversation. For an item of type person or a text.";
    "with" => "Dit antwoord is met wie het gesprek was.", "This answer is with whom the conversation was held.";
    "about" => "De codes van de antwoorden zijn de namen van vragen: het gesprek in deze groep ging alleen over die vragen, en gaat daarvoor boven het gesprek over het hele plan. Voor een vraag van het type choices.", "The codes of the options are names of items: the conversation in this group was about just those, and prevails for them over the one about the whole plan. For an item of type choices.";
}
"looks" {
    "back" => "De dag is geweest: een gesprek, een overlijden. \"20 nov\" is de laatste 20 november.", "The day has been: a conversation, a death. \"20 Nov\" is the last 20 November.";
    "forward" => "De dag komt nog: een termijn, een volgend gesprek. \"20 nov\" is de eerstvolgende 20 november.", "The day is to come: a deadline, a next conversation. \"20 Nov\" is the next 20 November.";
    "either" => "Het kan allebei; waar beide dagen voor de hand liggen, vraagt het programma welke. Dit geldt als looks er niet staat; alleen een dag met `discussed = \"on\"` kijkt dan terug.", "It can be either; where both days are likely, the program asks which. This is the default; only a day with `discussed = \"on\"` then looks back.";
}
"about" {
    "patient" => "De patiënt en naasten. Dit geldt als about er niet staat.", "The patient and relatives. This is the default.";
    "team" => "Het team zelf: komt nooit in iets over een patiënt.", "The team itself: never part of anything about a patient.";
}
"status" {
    "in-force" => "Vastgesteld of verschenen. Dit geldt als status er niet staat.", "Authorised or published. This is the default.";
    "concept" => "Nog niet vastgesteld; de vastgestelde tekst gaat voor.", "Not authorised yet; the authorised text will prevail.";
    "withdrawn" => "Vervangen door een nieuwere tekst.", "Replaced by a newer text.";
}
}
