//! Series of measurements and numbers of telephones, which are no citizen numbers.

use crate::text::citizen_number::{find, find_near, may_be_measured, unfinished, without};

fn left(text: &str) -> String {
    without(text).unwrap_or_else(|| text.to_owned())
}

/// A unit behind a series says what it is as much as a word before it, and a word in any form.
#[test]
fn units_and_plurals_tell_measurements() {
    for text in [
        "urine 288 753 276 ml",
        "288 753 276 ml",
        "288 753 276 ml per 24 uur",
        "111 222 333 mmHg",
        "111/222/333 mmHg",
        "111, 222, 333 kcal",
        "111 222 333 mmol/l",
        "111 222 333/min",
        "111 222 333 /min",
        "111  222  333 (mg)",
        "111 222 333 cc",
        "111 222 333%",
        "bloedsuikers 111 222 333",
        "bloedsuikerwaarden 111 222 333",
        "scores 111 222 333",
        "saturaties 111 222 333",
        "bloeddrukken 111 222 333",
        "temperaturen 111 222 333",
        "gewichten 111 222 333",
        "hartslagen: 111 222 333",
        "polsen 111 222 333",
        "diurese 111 222 333",
        "intake en output 111 222 333",
        "weights 111 222 333",
        "blood pressures 111 222 333",
        "temperatures 111 222 333",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
    for (text, rest) in [
        ("BSN 111 222 333 ml", "BSN  ml"),
        ("111222333 ml", " ml"),
        ("111 222 333 L. de Wit", " L. de Wit"),
        ("111 222 333 mw. de Wit", " mw. de Wit"),
        ("mw. G. 111 222 333", "mw. G. "),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
}

/// Nine digits behind the word of a telephone are one without its zero, and behind "BSN" they are not.
#[test]
fn nine_digits_of_somebody_are_a_telephone_number() {
    for word in [
        "tel ",
        "telefoon: ",
        "telefoonnummers ",
        "mobiel ",
        "mobiele nummer ",
        "mobieltje ",
        "nummer van dochter ",
        "nummer van de dochter: ",
        "nr zoon ",
        "nummer mantelzorger ",
        "daughter's number ",
        "number of her son ",
        "te bereiken op ",
        "bereikbaar via ",
        "noodnummer ",
        "whatsapp ",
    ] {
        for number in ["556630075", "556 630 075", "381852611"] {
            let text = format!("{word}{number}");
            assert_eq!(without(&text), None, "{text}");
        }
    }
    for word in [
        "BSN ",
        "BSN dochter ",
        "BSN-nummer van dochter ",
        "burgerservicenummer van haar zoon ",
        "dossiernummer ",
    ] {
        assert_eq!(left(&format!("{word}556630075")), word, "{word}");
    }
}

/// While a unit may still be coming, the series waits; anything else judges it.
#[test]
fn a_series_waits_for_its_unit() {
    let start = "111 222 333";
    for (typed, waits) in [
        (" ", true),
        (" m", true),
        (" ml", true),
        (" mmh", true),
        ("  k", true),
        (" mw", false),
        (" q", false),
        (",", false),
    ] {
        let (before, sign) = typed.split_at(typed.len() - 1);
        let text = format!("{start}{before}");
        let sign = sign.chars().next().unwrap();
        assert_eq!(may_be_measured(&text, text.len(), sign), waits, "{typed:?}");
        let text = format!("{text}{sign}");
        assert_eq!(find_near(&text, text.len()..text.len()).is_empty(), waits, "{typed:?}");
        let is_unit = typed.trim() == "ml";
        assert_eq!(unfinished(&text, Some(text.len())).is_some(), waits && !is_unit, "{typed:?}");
    }
    assert!(!may_be_measured("BSN 111 222 333", 15, ' '), "its word says what it is");
    assert!(!may_be_measured("111.222.333 b", 11, ' '), "only at the end of a text");
}

#[test]
fn a_label_of_something_else_counts_on_its_own_line() {
    assert!(find("Heeft geen tel\n123456782").is_some());
    assert!(find("tel 123456782").is_none());
    assert!(find("LDH 231 206 379").is_none());
    assert!(find("kamertel. 528704655").is_none());
}

/// Series with the words before them that people use; the digits of each pass the test of citizen numbers.
#[test]
fn a_series_behind_the_word_of_a_measurement_stays() {
    let words = "NRS;ESAS;ESAS-r;VAS;VRS;USD;USD-4D;Utrecht Symptoom Dagboek;Lastmeter;distress;MMSE;MoCA;GCS;EMV;Barthel;\
        Braden;Waterlow;EWS;MEWS;NEWS;NEWS2;SNAQ;MUST;PG-SGA;DOS;DOSS;DRS;PAINAD;PACSLAC;REPOS;NPI;CAM;CDR;Karnofsky;KPS;\
        PPS;WHO;ECOG;HADS;4DSQ;EQ-5D;IPOS;POS;CFS;Rockwood;TFI;ISAR;VMS;Katz;Katz-ADL;GDS;CSI;EDIZ;caregiver strain;pijn;\
        pijnscore;benauwdheid;misselijkheid;vermoeidheid;angst;somberheid;pijn/misselijk/moe;score;scores;symptomen;klachten;\
        symptoomscores;pain;nausea;dyspnoea;fatigue;RR;bloeddruk;tensie;BP;pols;puls;HF;hartslag;AF;AH;sat;SpO2;saturatie;\
        temp;T;vitals;controles;vit. functies;vitale functies;bloed;lab;labwaarden;bloeduitslagen;uitslagen;glucose;gluc;suiker;\
        glucosedagcurve;dagcurve;diurese;urine;intake;vochtbalans;gewicht;wt;weight;kg;drains;drain;morfine;bolus;pomp;\
        pompstand;doses;dosis;medicatie;palliatieve sedatie midazolam;kreat;Hb;CRP;Na;trombo;PSA;zuurstof;O2;liter;mictie;\
        CAD;residu;ontlasting;defecatie;Bristol;stappen;voeding;kcal";
    let series =
        ["1-2-3-4-5-6-7-8-2", "12-3-4-5-6-7-8-2", "145/110/102", "123 45 67 82", "1/2/3/4/5/6/7/8/2"];
    let lab = ["111 222 333", "231, 206, 379", "12, 34, 56, 78, 2", "111.222.333"];
    let all = words.split(';').flat_map(|word| series.iter().chain(&lab).map(move |series| (word, series)));
    let alarms: Vec<String> =
        all.map(|(word, series)| format!("{word} {series}")).filter(|text| find(text).is_some()).collect();
    assert!(alarms.is_empty(), "{alarms:?}");
    for medicine in ["paracetamol", "Oxycodon", "haloperidol", "pregabaline dosering"] {
        for doses in ["700 - 925 - 405", "111 222 333", "139-153-251"] {
            assert_eq!(find(&format!("{medicine} {doses}")), None, "{medicine} {doses}");
        }
        assert!(find(&format!("{medicine} 139153251")).is_some(), "{medicine}");
    }
    for text in ["mw. T. 111 222 333", "na overleg 111 222 333", "BSN 1-2-3-4-5-6-7-8-2"] {
        assert!(find(text).is_some(), "{text}");
    }
}

/// A label covers what stands directly behind it: not the next line or sentence, what another word names, or what no score is.
#[test]
fn a_measurement_shields_only_its_own_values() {
    let groupings = "375762838;375 762 838;375.762.838;375-762-838;11.44.02.425;2344-83-477;452_984_154;423–468–534;\
        067|970|163;453 783831;607 / 104 / 314;8502 7390 0;827, 852, 770;375\u{A0}762\u{A0}838;472*487*395;(633)(043)(485)";
    let before = [
        "ESAS 3 7 2 4\n",
        "RR 130/80 p 88\n",
        "pijn 7\n",
        "sat 94\n",
        "SpO2 94\r\n",
        "NEWS2 3\n",
        "gewicht 72 kg\n",
        "tel 12\n",
        "gewicht 72 kg ",
        "gewicht 72kg, ",
        "gewicht 72 kg - ",
        "temp 37,8 graden ",
        "temp 37,8 \u{b0}C ",
        "sat 94% ",
        "RR 120/80 mmHg ",
        "HF 72/min ",
        "glucose 8,1 mmol/l ",
        "morfine 20 mg per dag ",
        "O2 2 l/min, ",
        "ESAS 3 7 2 4. ",
        "pijn 7; ",
        "ESAS 3 7 2 4 dochter ",
        "RR 130/80 p 88 mw. Fictief ",
        "Heeft veel pijn. ",
        "",
    ];
    let all = before.iter().flat_map(|before| groupings.split(';').map(move |number| (before, number)));
    let missed: Vec<String> = all
        .filter(|(before, number)| left(&format!("{before}{number}")).trim_end() != before.trim_end())
        .map(|(before, number)| format!("{before}{number}"))
        .collect();
    assert!(missed.is_empty(), "{} missed: {missed:?}", missed.len());
    for (text, rest) in [
        ("ESAS 3 7 2 4 375 762 838", "ESAS 3 7 2 4 "),
        ("pijn 7 375.762.838", "pijn 7 "),
        ("pijnscore 7, 375 762 838", "pijnscore 7, "),
        ("ESAS 3 7 2 4. 375·762·838", "ESAS 3 7 2 4. "),
        ("kamer 12\n067|970|163", "kamer 12\n"),
        ("(633) (043) (485)", ""),
        ("[633][043][485]", ""),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
    for text in [
        "ESAS 10-5-2-6-10-8-7",
        "ESAS 3 7 2 4\n1 1 1 2 2 2 3 3 3",
        "RR 169/105 / 106",
        "RR 169/105 / 106\n111 222 180",
        "bloed: 571, 708, 444, 4, 44",
        "sat. 231 206 379",
        "Hb 6 231 206 379",
        "NRS 472*487*395",
        "pijn 3 2 145/110/102",
        "sat 94\n0375 762 838",
        "urine ml 231 206 379",
        "gewicht in kg: 231 206 379",
        "gewicht 72 kg 111 222 180",
        "| 231 | 206 | 379 |\n| 231 | 206 | 379 |",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
}

/// A telephone number stays whatever is measured before it: the digits behind its zero pass the test.
#[test]
fn a_telephone_number_behind_a_measurement_stays() {
    let numbers = "0375 762 838;0375-762838;0375/762838;(0375) 762 838;0375 76 28 38;0375.762.838;0375762838;+31 375 762 838;\
        0031 375 762 838;0375 - 762 838;0375\u{A0}762\u{A0}838";
    let before = [
        "sat 94 ",
        "sat 94, ",
        "sat 94; ",
        "sat 94. ",
        "sat 94\n",
        "sat 94% ",
        "sat 94 / ",
        "sat 94 - ",
        "sat 94 | ",
        "SpO2 94 ",
        "ESAS 3 7 2 4 ",
        "gewicht 72 kg ",
        "RR 120/80 p 72 ",
        "pijn 7 ",
        "kamer 12 ",
        "temp 37,8 ",
        "NRS 3, ",
    ];
    let all =
        before.iter().flat_map(|before| numbers.split(';').map(move |number| format!("{before}{number}")));
    let eaten: Vec<String> = all.filter(|text| find(text).is_some()).collect();
    assert!(eaten.is_empty(), "{eaten:?}");
}

/// Of a year with a number behind or before it, whatever the number is.
#[test]
fn the_number_of_a_case_stays() {
    let shapes: [fn(u32, u32) -> String; 9] = [
        |year, number| format!("{year}/{number:05}"),
        |year, number| format!("{year}-{number:05}"),
        |year, number| format!("{number:05}/{year}"),
        |year, number| format!("{year}/{:02}/{:03}", number / 1000, number % 1000),
        |year, number| format!("zaaknummer {year} {number:05}"),
        |year, number| format!("kenmerk: {year}.{number:05}"),
        |year, number| format!("dossier {number:05}-{year}"),
        |year, number| format!("BSN onbekend, zaak {year}-{number:05}"),
        |year, number| format!("polisnr. {year}.{:02}.{:03}", number / 1000, number % 1000),
    ];
    let all = shapes.iter().flat_map(|shape| {
        let of_year = move |year| (40_400..40_480).map(move |number| shape(year, number));
        [1998, 2010, 2026].into_iter().flat_map(of_year)
    });
    let eaten: Vec<String> = all.filter(|text| find(text).is_some()).collect();
    assert!(eaten.is_empty(), "{eaten:?}");
    for text in ["zaaknummer 375762838", "dossier 375 762 838", "BSN zaak 2010: 375.762.838"] {
        assert!(find(text).is_some(), "{text}");
    }
}

#[test]
fn decimals_stay() {
    for text in ["111222333,5", "€ 111.222.333,50", "0,111222333", "12345,6782", "1234567,82"] {
        assert_eq!(without(text), None, "{text}");
    }
    assert_eq!(left("38,5 111222333"), "38,5 ");
    assert_eq!(left("111222333 38,5"), " 38,5");
    assert_eq!(left("111222333, 38"), ", 38");
}

#[test]
fn ten_digits_or_more_are_something_else() {
    for text in ["1112223334", "4111222333", "111222333123456782", "NL91ABNA0417164300", "1112-223334"] {
        assert_eq!(without(text), None, "{text}");
    }
}

#[test]
fn a_number_behind_a_telephone_number_is_found() {
    assert_eq!(left("0612345678 111222333"), "0612345678 ");
    assert_eq!(left("06 1234 5678 111 222 333"), "06 1234 5678 ");
    assert_eq!(left("+31 6 12 34 56 78 111222333"), "+31 6 12 34 56 78 ");
    assert_eq!(left("111222333 0612345678"), " 0612345678");
    assert_eq!(left("06-12345678, 111222333"), "06-12345678, ");
}

/// What stands against a number in capitals, or before it as the word of another register, says what it is.
#[test]
fn the_number_of_another_register_stays() {
    for text in [
        "ZorgDomein ZD288092387",
        "ZD288092387",
        "ZD 288092387",
        "SNOMED 546704669",
        "SNOMED CT: 546704669",
        "snomed-code 546704669",
        "SCTID 546 704 669",
        "PMID 288092387",
        "LOINC 546704669",
        "rekeningnummer 546704669",
        "bankrekening 546704669",
        "RSIN 546704669",
        "serienummer 288092387",
        "SN288092387",
        "batch 288092387",
        "lotnr. 288092387",
        "verwijsnummer 288092387",
        "NCT288092387",
        "zorgproduct 288092387",
        "AA288092387",
        "serienr pomp 139153251",
        "serienummer van de zuurstofconcentrator 139153251",
        "zuurstofconcentrator 139153251",
        "infuuspomp: 139153251",
        "polisnummer 139153251",
        "polisnr. 139 153 251",
        "zorgverzekeringsnr 139153251",
        "KvK 139153251",
        "KvK-nummer: 139153251",
        "MRN 139153251",
        "recept 139153251",
        "tracking 139153251",
        "track & trace 139153251",
        "order 139153251",
        "bestelling 139153251",
        "factuurnr 139.153.251",
        "klantnummer 139153251",
        "UZOVI 139153251",
        "AGB-code 139153251",
        "labnummer 139153251",
        "invoice 139153251",
        "factuur 2026-139153251",
        "order 2026/139153251",
        "rijbewijs 139153251",
        "sleutelkluisje 139153251",
        "CA 19-9 139 153 251",
        "indicatienummer 139153251",
        "indicatienr. 139153251",
        "declaratienr 139153251",
        "meldcode 139153251",
        "Vektis 139153251",
        "Zoom meeting ID: 262 211 270",
        "Teams-vergadering ID 338 370 195",
        "toegangscode sleutelkluis 139153251",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
    for (text, rest) in [
        ("BSN288092387", "BSN"),
        ("bsn288092387", "bsn"),
        ("NR288092387", "NR"),
        ("nr288092387", "nr"),
        ("mw288092387", "mw"),
        ("ID288092387", "ID"),
        ("SNOMED 546704669, BSN 288092387", "SNOMED 546704669, BSN "),
        ("SNOMED 546704669 288092387", "SNOMED 546704669 "),
        ("SNOMED 123456, 288092387", "SNOMED 123456, "),
        ("BSN en rekeningnummer: 288092387", "BSN en rekeningnummer: "),
        ("geen SNOMED\n288092387", "geen SNOMED\n"),
        ("dossiernummer 288092387", "dossiernummer "),
        ("kenmerk 288092387", "kenmerk "),
        ("BSN Zoom 288092387", "BSN Zoom "),
        ("zit in een rolstoel, 288092387", "zit in een rolstoel, "),
        ("BSN en polisnummer: 288092387", "BSN en polisnummer: "),
        ("BSN pomp 288092387", "BSN pomp "),
        ("order 12345, 288092387", "order 12345, "),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
}

/// The number of a thing, of a room or of a duty; never one in a grouping in which people write their own, unless its word names
/// nothing else than such numbers.
#[test]
fn the_number_of_a_thing_stays() {
    for text in [
        "rekening 288092387",
        "op rekening 288 092 387",
        "rekeningen: 28 80 92 387",
        "alarmnr 123456782",
        "noodnr. 123 456 782",
        "rolstoelnr 98727-9889",
        "rolstoelnummer: 288092387",
        "bednr. 288092387",
        "kluisnummer 288 092 387",
        "tilliftnummer 2880 92 387",
        "kamers 356 305 387",
        "kamers: 356, 305, 387",
        "bedden 356/305/387",
        "huisnummers 356 - 305 - 387",
        "dienst 1656/2248/9",
        "dienstnr. 1656 2248 9",
        "rooster 165/6/22489",
        "diensten 165/62/2489",
        "order 1656/2248/9",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
    for (text, rest) in [
        ("kamers 288092387", "kamers "),
        ("kamer 356 305 387", "kamer "),
        ("kamers\n356 305 387", "kamers\n"),
        ("kamers vol, 356 305 387", "kamers vol, "),
        ("dienst 288092387", "dienst "),
        ("dienst 288 092 387", "dienst "),
        ("dienst 2880.92.387", "dienst "),
        ("dienst 28-80-92-387", "dienst "),
        ("dienst 28809-2387", "dienst "),
        ("dossiernr 288 092 387", "dossiernr "),
        ("patientnummer 288092387", "patientnummer "),
        ("persoonsnummer 288092387", "persoonsnummer "),
        ("verzekerdennummer 288092387", "verzekerdennummer "),
        ("BSN en rekening: 288092387", "BSN en rekening: "),
        ("BSN rolstoelnr 288092387", "BSN rolstoelnr "),
        ("rekening onbekend\n288092387", "rekening onbekend\n"),
        ("rekening van mw. Fictief de Groot 288092387", "rekening van mw. Fictief de Groot "),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
}

#[test]
fn a_unit_in_full_is_one() {
    let units = "microgram;milligram;milliliter;mcg;mg;ml;E;eenheden;IU;nanogram;micromol;millimol;kilogram;druppels;tabletten;\
        ampullen;deciliter;cl;mEq;milligrams;litres;units;Microgram;MILLIGRAM";
    let eaten: Vec<String> = units
        .split(';')
        .filter(|unit| *unit != "E")
        .map(|unit| format!("fentanylpleister 26 16 52 126 {unit}"))
        .chain(units.split(';').filter(|unit| *unit != "E").map(|unit| format!("288 753 276 {unit}")))
        .filter(|text| find(text).is_some())
        .collect();
    assert!(eaten.is_empty(), "{eaten:?}");
    assert_eq!(left("111222333 microgram"), " microgram");
}

/// One number behind its word, said in two halves.
#[test]
fn a_number_that_is_said_in_parts_behind_its_word_is_one() {
    for (text, rest) in [
        ("BSN is 600 en dan 727853", "BSN is "),
        ("BSN 600 en 727853", "BSN "),
        ("bsn: 600, dan 727, dan 853", "bsn: "),
        ("BSN 600 gevolgd door 727853.", "BSN ."),
        ("bsn 600 streepje 727 streepje 853", "bsn "),
        ("citizen number 600 and then 727853", "citizen number "),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
    for text in ["600 en dan 727853", "BSN is 600 en heeft 727853", "NRS 6 en dan 7"] {
        assert_eq!(without(text), None, "{text}");
    }
}
