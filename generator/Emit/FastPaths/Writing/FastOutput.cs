using System.Collections.Generic;
using System.Linq;
using System.Text;
using Compiled.Generator.Emit.FastPaths.Values;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>
/// Writes what writes an output as text, member by member, without building the object. Names and constants are known as text, and stand together as far as
/// nothing comes between them.
/// </summary>
internal sealed class FastOutput(FastBuilder builder)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _repeated = [];
    private readonly HashSet<string> _marked = [];
    private CodeWriter _code = new();

    /// <summary>Writes the end of a path: whoever wants text gets it without the object. What this builds of the input is built again for those who want a value.</summary>
    public void WriteEnd(FastValue value, CodeWriter code)
    {
        builder.IsLast = builder.IsAtEnd = true;
        // What went round a loop is written by its members, what didn't is a value that came.
        (FastValue parts, string condition) = value is FastEither either ? (new FastObject(either.Members), $" && {either.Whole.Name}.IsMissing") : (value, "");
        if (parts is FastObject or FastArray or FastChange && CanWrite(parts))
        {
            code.Open($"if (path.IsWriting{condition})").Line("JsonBuffer output = path.Output();");
            Write(parts, code);
            code.Line("return path.Written();").Close();
            code.Line($"return {builder.Asides.Made(value)};");
        }
        else
            code.Line($"return {builder.Build(value)};");
        builder.IsLast = builder.IsAtEnd = false;
    }

    /// <summary>Writes the lines; the text goes to the local <c>output</c>.</summary>
    private void Write(FastValue value, CodeWriter code)
    {
        _code = code;
        _repeated.Clear();
        _marked.Clear();
        Note(value);
        Add(value);
        Flush();
    }

    // Which locals are written as they are: what of them was written inside a text before is copied. Of the input's parts it always is.
    private void Note(FastValue value)
    {
        switch (value)
        {
            case FastObject made:
                foreach (FastMember member in made.Members)
                    Note(member.Value);
                break;
            case FastArray array:
                foreach (FastValue item in array.Items)
                    Note(item);
                break;
            case FastLocal local when FastNames.IsLocal(local.Name) && !FastNames.IsInput(local.Name):
                _repeated.Add(local.Name);
                break;
        }
    }

    // Whether all names are written as they are.
    private static bool CanWrite(FastValue value) => value switch
    {
        FastObject made => made.Members.All(member => IsPlain(member.Name) && CanWrite(member.Value)),
        FastArray array => array.Items.All(CanWrite),
        _ => true,
    };

    /// <summary>Whether a text is written as it is. What the runtime would escape, or could not write, is as rare in a name as it is odd.</summary>
    public static bool IsPlain(string name) => name.All(c => c is >= ' ' and not ('"' or '\\')) && CSharp.IsWellFormed(name);

    private void Add(FastValue value)
    {
        char before;
        switch (value)
        {
            case FastObject { Members.Count: > 0 } made:
                before = '{';
                foreach (FastMember member in made.Members)
                {
                    _text.Append(before).Append('"').Append(member.Name).Append("\":");
                    Add(member.Value);
                    before = ',';
                }
                _text.Append('}');
                break;
            case FastArray { Items.Count: > 0 } array:
                before = '[';
                foreach (FastValue item in array.Items)
                {
                    _text.Append(before);
                    Add(item);
                    before = ',';
                }
                _text.Append(']');
                break;
            case FastConstant { Written: { } text } when CSharp.IsWellFormed(text):
                _text.Append(text);
                break;
            case FastInteger integer:
                Flush();
                _code.Line($"output.Number({integer.Name});");
                break;
            case FastFormat format:
                _text.Append('"');
                for (int i = 0; i < format.Texts.Count; i++)
                {
                    _text.Append(format.Texts[i]);
                    if (i == format.Arguments.Count)
                        break;
                    AddFormatted(builder.Build(format.Arguments[i]));
                }
                _text.Append('"');
                break;
            case FastChange change:
                Flush();
                _code.Line($"output.With({builder.Build(change.Origin)}, [{builder.Members(change.Members)}]);");
                break;
            case FastConcatenation joined:
                _text.Append('"');
                Add(joined.Pieces);
                _text.Append('"');
                break;
            default:
                Flush();
                string built = builder.Build(value);
                _code.Line(_marked.Contains(built) ? $"output.Again({built}, {Start(built)}, {End(built)});" : $"output.Value({built});");
                break;
        }
    }

    // Writes a value inside a text, and notes where, once, if it is written again: States.Format writes numbers as JSON does, which JSONata does not.
    private void AddFormatted(string value)
    {
        Flush();
        bool isMarked = _repeated.Contains(value) && _marked.Add(value);
        if (isMarked)
            _code.Line($"int {Start(value)} = output.Length;");
        _code.Line($"Intrinsics.AppendFormatted(output, {value});");
        if (isMarked)
            _code.Line($"int {End(value)} = output.Length;");
    }

    private static string Start(string local) => "start_" + local.TrimStart('@');

    private static string End(string local) => "end_" + local.TrimStart('@');

    private void Add(IReadOnlyList<FastPiece> pieces)
    {
        foreach (FastPiece piece in pieces)
        {
            switch (piece)
            {
                case TextPiece text:
                    _text.Append(text.Text);
                    break;
                case OperandPiece operand:
                    Flush();
                    _code.Line($"Concatenation.Append(output, {operand.Code});");
                    break;
                case ChosenPieces chosen:
                    Flush();
                    AddBranch($"if ({chosen.Flag})", chosen.Then);
                    AddBranch(chosen.Then.Count == 0 ? $"if (!{chosen.Flag})" : "else", chosen.Else);
                    break;
            }
        }
    }

    private void AddBranch(string head, IReadOnlyList<FastPiece> pieces)
    {
        if (pieces.Count == 0)
            return;
        _code.Open(head);
        Add(pieces);
        Flush();
        _code.Close();
    }

    private void Flush()
    {
        if (_text.Length > 0)
            _code.Line($"output.Raw({CSharp.Text(_text.ToString())}u8);");
        _text.Clear();
    }
}
