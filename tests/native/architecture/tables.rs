//! What the shape of the source may be: who imports whom, and the exceptions, each with its reason.

/// All but `ui`.
pub const OUTSIDE: &str = "all but ui";

/// Who may import whom. `*` is all; `ui/parts` and `ui/charts` take plain values, and of `ui` nothing but `ui/parts`.
pub const MAY_IMPORT: [(&str, &[&str]); 35] = [
    ("domain", &[]),
    ("lang", &["domain"]),
    ("kinds", &["domain", "lang"]),
    ("history", &[]),
    ("order", &[]),
    ("registry", &["domain", "kinds", "history", "order"]),
    ("exchange", &["domain", "kinds", "history", "registry"]),
    ("lists", &["domain", "kinds", "history", "registry"]),
    ("duplicates", &["domain", "kinds", "registry"]),
    ("search", &["domain", "kinds", "order", "registry"]),
    ("stats", &["domain", "kinds", "order", "registry", "search"]),
    ("storage", &[]),
    ("store", &["domain", "kinds", "history", "registry", "storage"]),
    ("sample", &["domain", "kinds", "history"]),
    ("agent", &[]),
    ("import_worker", &["domain", "kinds", "duplicates", "history", "exchange", "registry", "sample", "store"]),
    ("sheets", &["domain", "exchange", "history", "i18n", "kinds", "lists", "order", "registry", "stats", "store"]),
    ("bin", &["import_worker", "sheets"]),
    (
        "i18n",
        &[
            "import_worker",
            "domain",
            "duplicates",
            "kinds",
            "lang",
            "registry",
            "exchange",
            "lists",
            "storage",
            "search",
            "stats",
            "history",
            "store",
            "agent",
        ],
    ),
    ("scene", &["domain", "i18n", "stats"]),
    ("figures", &["domain", "i18n", "kinds", "registry", "route", "scene", "search", "stats"]),
    ("route", &["domain", "kinds", "search", "stats"]),
    ("web", &["agent", "storage", "store", "route", "domain", "history", "exchange"]),
    ("ui/parts", &["domain", "i18n", "route"]),
    ("ui/charts", &["exchange", "i18n", "route", "scene", "stats", "ui/parts", "web"]),
    ("ui/state", &[OUTSIDE]),
    ("ui/sheets", &[OUTSIDE, "ui/state"]),
    ("ui/turn", &[OUTSIDE]),
    ("ui/forms", &[OUTSIDE, "ui/parts", "ui/state"]),
    ("ui/pages", &[OUTSIDE, "ui/charts", "ui/forms", "ui/lazy", "ui/parts", "ui/sheets", "ui/state", "ui/turn"]),
    ("ui/lazy", &[OUTSIDE, "ui/pages", "ui/parts", "ui/state"]),
    ("ui/shell", &[OUTSIDE, "ui/lazy", "ui/parts", "ui/state"]),
    ("ui/app", &[OUTSIDE, "ui/lazy", "ui/pages", "ui/shell", "ui/state"]),
    ("ui", &["ui/app"]),
    ("main", &["*"]),
];

/// Files that may be longer than [`LINES`], with the reason.
pub const LONG: [(&str, &str); 2] = [
    ("i18n/texts.rs", "one table of all texts, which is read a line at a time"),
    ("domain/nik.rs", "a number with its vectors; half of it is tests"),
];

/// How long a file may be.
pub const LINES: usize = 400;

/// Files that import each other in a circle, with the reason. No other circle may be, nor one that is not there any more.
pub const CIRCLES: [(&[&str], &str); 12] = [
    (&["exchange/read.rs", "exchange/steps.rs"], "a step refuses with the error of reading"),
    (
        &["kinds/field.rs", "kinds/kind.rs", "kinds/mod.rs", "kinds/rule.rs", "kinds/spoilt.rs"],
        "the name of a field finds its row by the list of kinds, whose rows are made of names of fields",
    ),
    (&["lists/dates.rs", "lists/value.rs"], "a day is read in the setting of a row, which names how days are read"),
    (
        &["lists/guess.rs", "lists/looks.rs", "lists/settle.rs"],
        "what a guess is made of looks at the columns that it guesses",
    ),
    (
        &["lists/headings/composed.rs", "lists/headings/mod.rs", "lists/headings/never.rs", "lists/headings/words.rs"],
        "tables of rows, whose type is the room's",
    ),
    (
        &[
            "registry/aggregate.rs",
            "registry/clocks.rs",
            "registry/dossier.rs",
            "registry/index.rs",
            "registry/recap/mod.rs",
            "registry/recap/told.rs",
            "registry/receipts.rs",
            "registry/same.rs",
            "registry/touched.rs",
        ],
        "one type, whose questions stand a subject a file",
    ),
    (
        &["sheets/out/groups.rs", "sheets/out/make.rs", "sheets/out/recap.rs", "sheets/out/records.rs"],
        "each sheet reads the book that `make` opened, and `make` binds the sheets",
    ),
    (
        &[
            "storage/seal.rs",
            "storage/stored/mod.rs",
            "storage/stored/v1.rs",
            "storage/stored/v2.rs",
            "storage/stored/v3.rs",
        ],
        "the seal opens by versions, and a version sums and refuses as the seal does",
    ),
    (&["store/epochs.rs", "store/repository.rs"], "epochs are kept by the store, which reads them first"),
    (
        &["ui/pages/disputes/dispute.rs", "ui/pages/disputes/mod.rs"],
        "a list of fields draws each, and each names itself in the list",
    ),
    (&["ui/pages/preview/groups.rs", "ui/pages/preview/mod.rs"], "a list of the page leaves out by the page"),
    (&["web/inbox.rs", "web/incoming.rs"], "what arrived may have waited in the inbox, which hands on what arrived"),
];
