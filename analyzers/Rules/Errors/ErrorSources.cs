using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>What in a state, and in the flows inside it, can raise which reserved error.</summary>
[Flags]
internal enum ErrorSources
{
    None = 0,
    Heartbeat = 1 << 0,
    Branches = 1 << 1,
    ItemReader = 1 << 2,
    ResultWriter = 1 << 3,
    DistributedMap = 1 << 4,
    ChoiceWithoutDefault = 1 << 5,
    Jsonata = 1 << 6,
    JsonPath = 1 << 7,

    /// <summary>A Fail may raise any error.</summary>
    Fail = 1 << 8,
}
