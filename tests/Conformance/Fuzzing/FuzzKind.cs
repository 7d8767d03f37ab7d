namespace Conformance.Fuzzing;

/// <summary>What a member is meant to hold. Inputs keep to it mostly, so that machines get far.</summary>
internal enum FuzzKind
{
    Number,
    Text,
    Flag,
    Time,
    Object,
    Array,
    Any,
}
