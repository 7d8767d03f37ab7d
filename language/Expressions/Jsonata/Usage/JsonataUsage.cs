namespace Compiled.Language.Expressions.Jsonata;

/// <summary>What an expression needs from outside and what it binds itself, in the order of evaluation, bodies of functions last.</summary>
public sealed class JsonataUsage
{
    internal static readonly JsonataUsage Empty = new();

    internal List<JsonataReference> AllReferences { get; } = [];

    internal List<JsonataBinding> AllBindings { get; } = [];

    internal List<JsonataContextRead> AllContextReads { get; } = [];

    internal List<JsonataMemberRead> AllStatesReads { get; } = [];

    internal List<RegexLiteral> AllRegexes { get; } = [];

    /// <summary>Every use of a name that is not bound inside: variables of the machine, built-in functions, <c>$states</c>.</summary>
    public IReadOnlyList<JsonataReference> References => AllReferences;

    /// <summary>The names bound inside.</summary>
    public IReadOnlyList<JsonataBinding> Bindings => AllBindings;

    /// <summary>Where the input is read. In a workflow there is none (FEATURES L-063).</summary>
    public IReadOnlyList<JsonataContextRead> ContextReads => AllContextReads;

    /// <summary>Where <c>$states</c> is read, if it is not bound inside.</summary>
    public IReadOnlyList<JsonataMemberRead> StatesReads => AllStatesReads;

    /// <summary>The regular expressions.</summary>
    public IReadOnlyList<RegexLiteral> Regexes => AllRegexes;
}
