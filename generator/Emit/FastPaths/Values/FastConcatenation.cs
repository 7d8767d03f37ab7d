using System.Collections.Generic;
using System.Linq;

namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>A text that JSONata's <c>&amp;</c> puts together.</summary>
/// <param name="name">The local that holds it where it is needed before.</param>
/// <param name="pieces">What it consists of.</param>
internal sealed class FastConcatenation(string name, IReadOnlyList<FastPiece> pieces) : FastText(name, $"Concatenation.Joined({CodeOf(pieces)})")
{
    public IReadOnlyList<FastPiece> Pieces { get; } = pieces;

    /// <summary>The C# expression of no fewer bytes than it has.</summary>
    public string Most => $"2 + {MostOf(Pieces)}";

    public override bool Mentions(string local) => Mentions(Pieces, local);

    private static bool Mentions(IReadOnlyList<FastPiece> pieces, string local) => pieces.Any(piece => piece switch
    {
        OperandPiece operand => operand.Code == local,
        ChosenPieces chosen => Mentions(chosen.Then, local) || Mentions(chosen.Else, local),
        _ => false,
    });

    private static string CodeOf(IReadOnlyList<FastPiece> pieces) => string.Join(", ", pieces.Select(piece => piece switch
    {
        TextPiece text => $"JsonValue.String({CSharp.Text(text.Text)})",
        OperandPiece operand => operand.Code,
        _ => CodeOf((ChosenPieces)piece),
    }));

    private static string CodeOf(ChosenPieces chosen) => $"({chosen.Flag} ? Concatenation.Joined({CodeOf(chosen.Then)}) : Concatenation.Joined({CodeOf(chosen.Else)}))";

    // A constant is written as it is.
    private static string MostOf(IReadOnlyList<FastPiece> pieces)
    {
        int own = pieces.OfType<TextPiece>().Sum(text => 6 * text.Text.Length);
        IEnumerable<string> others = pieces.Where(piece => piece is not TextPiece).Select(piece => piece switch
        {
            OperandPiece operand => $"Concatenation.Most({operand.Code})",
            _ when (ChosenPieces)piece is var chosen => $"({chosen.Flag} ? {MostOf(chosen.Then)} : {MostOf(chosen.Else)})",
            _ => "",
        });
        return string.Join(" + ", others.Prepend(CSharp.Number(own)));
    }
}

/// <summary>A piece of a text.</summary>
internal abstract class FastPiece;

/// <summary>Characters that are known.</summary>
internal sealed class TextPiece(string text) : FastPiece
{
    public string Text { get; } = text;
}

/// <summary>What a value is as text.</summary>
/// <param name="code">The C# expression of the value: a local that nobody writes to later, or a constant.</param>
internal sealed class OperandPiece(string code) : FastPiece
{
    public string Code { get; } = code;
}

/// <summary>The one or the other.</summary>
/// <param name="flag">The local that says whether the first.</param>
/// <param name="then">The first.</param>
/// <param name="otherwise">The other.</param>
internal sealed class ChosenPieces(string flag, IReadOnlyList<FastPiece> then, IReadOnlyList<FastPiece> otherwise) : FastPiece
{
    public string Flag { get; } = flag;

    public IReadOnlyList<FastPiece> Then { get; } = then;

    public IReadOnlyList<FastPiece> Else { get; } = otherwise;
}
