//! A kind of record, declared once: [`record!`] makes of one table the struct of typed values, a name for each field, the rows that
//! everything generic works over, and the reading of the struct from JSON.

/// Declares a kind of record; see [`super::group`] for one in use.
macro_rules! record {
    (
        $(#[doc = $record_doc:literal])* $Record:ident = $kind:literal,
        { $( $(#[doc = $doc:literal])* $CONST:ident $name:ident: $Type:ty = $key:literal, $Privacy:ident $([$($Flag:ident),*])?; )* }
    ) => {
        $(#[doc = $record_doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Record { $( $(#[doc = $doc])* pub $name: Option<$Type>, )* }

        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "the places of the fields, named as the fields are")]
        #[derive(Clone, Copy)]
        enum Place { $( $CONST, )* }

        impl $Record {
            /// The kind as it stands in a record.
            pub const KIND: &'static str = $kind;

            /// The rows of its fields, in the order of a form.
            pub(super) const FIELDS: &'static [$crate::kinds::FieldDef] = &[ $( $crate::kinds::FieldDef {
                key: $key,
                value: <$Type as $crate::kinds::Typed>::TYPE,
                privacy: $crate::kinds::Privacy::$Privacy,
                flags: &[ $( $( $crate::kinds::Flag::$Flag, )* )? ],
            }, )* ];

            /// What the record and each of its fields is.
            #[cfg(not(target_arch = "wasm32"))]
            pub(in crate::kinds) const DOCS: $crate::kinds::Docs =
                $crate::kinds::Docs { record: &[$( $record_doc ),*], fields: &[ $( &[$( $doc ),*], )* ] };

            $( $(#[doc = $doc])* pub const $CONST: $crate::kinds::FieldRef =
                $crate::kinds::FieldRef::new($crate::kinds::KindId::$Record, Place::$CONST as u8); )*

            /// Its fields, in the order of a form.
            pub fn fields() -> impl DoubleEndedIterator<Item = $crate::kinds::FieldRef> {
                $crate::kinds::KindId::$Record.row().fields()
            }

            /// The field of this name.
            pub fn field(key: &str) -> Option<$crate::kinds::FieldRef> {
                $crate::kinds::KindId::$Record.row().field(key)
            }

            /// Reads the typed values; what cannot be read is left out here and named beside, and stays in the record.
            pub fn read<'a>(
                value: impl Fn(&str) -> Option<&'a serde_json::Value>,
            ) -> (Self, Vec<($crate::kinds::FieldRef, $crate::domain::Fault)>) {
                let mut unfit = Vec::new();
                let read = Self { $( $name: value($key).and_then(|value| {
                    <$Type as $crate::domain::FieldValue>::from_json(value).map_err(|fault| unfit.push((Self::$CONST, fault))).ok()
                }), )* };
                (read, unfit)
            }
        }
    };
}
pub(crate) use record;
