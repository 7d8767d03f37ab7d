namespace Compiled.Language.Expressions.Jsonata;

/// <summary>The kinds of token.</summary>
internal enum JsonataTokenKind
{
    Name,
    Variable,
    String,
    Number,
    Word,
    Regex,
    Operator,
    End,
}
