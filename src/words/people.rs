//! Professions, roles and non-answers as the screen names them.

use super::sentences;

sentences! {
    /// A profession.
    general_practitioner => "huisarts", "GP";
    /// A profession.
    district_nurse => "wijkverpleegkundige", "district nurse";
    /// A profession.
    palliative_consultant => "consulent palliatieve zorg", "palliative consultant";
    /// A profession.
    general_practice_trainee => "huisarts in opleiding", "GP trainee";
    /// A profession.
    palliative_physician => "kaderarts palliatieve zorg", "palliative care physician";
    /// A profession.
    practice_nurse => "praktijkondersteuner", "practice nurse";
    /// A profession.
    intellectual_disability_physician =>
        "arts voor verstandelijk gehandicapten", "physician for people with an intellectual disability";
    /// A profession.
    psychiatrist => "psychiater", "psychiatrist";
    /// A profession.
    psychiatric_nurse => "sociaal-psychiatrisch verpleegkundige", "psychiatric nurse";
    /// A profession.
    support_worker => "begeleider", "support worker";
    /// A profession.
    case_manager => "casemanager", "case manager";
    /// A profession.
    physiotherapist => "fysiotherapeut", "physiotherapist";
    /// Any physician.
    a_physician => "een arts", "a physician";
    /// Anybody who nurses or cares.
    somebody_who_nurses =>
        "een verpleegkundige, verzorgende, verpleegkundig specialist of physician assistant",
        "a nurse, care assistant, nurse practitioner or physician assistant";
    /// A profession.
    elderly_care_physician => "specialist ouderengeneeskunde", "elderly care physician";
    /// A profession.
    medical_specialist => "medisch specialist", "medical specialist";
    /// A profession.
    nurse_specialist => "verpleegkundig specialist", "nurse practitioner";
    /// A profession.
    physician_assistant => "physician assistant", "physician assistant";
    /// A profession.
    nurse => "verpleegkundige", "nurse";
    /// A profession.
    carer => "verzorgende", "care assistant";
    /// A profession.
    spiritual_carer => "geestelijk verzorger", "spiritual carer";
    /// A profession.
    social_worker => "maatschappelijk werker", "social worker";
    /// A profession.
    psychologist => "psycholoog", "psychologist";
    /// A profession.
    pharmacist => "apotheker", "pharmacist";
    /// A profession.
    volunteer_coordinator => "coördinator vrijwilligers", "volunteer coordinator";
    /// A profession.
    other_discipline => "anders", "other";
    /// A role.
    role_chair => "voorzitter", "chair";
    /// A role.
    role_recorder => "notulist", "recorder";
    /// A role.
    role_consultant => "consulent", "consultant";
    /// A role.
    role_guest => "gast", "guest";
}
