using System.Linq;
using System.Text;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Writes what writes an output as text, member by member, without building the object. Names and constants are known as text, and stand together as far as
/// nothing comes between them.
/// </summary>
internal sealed class FastOutput(FastBuilder builder)
{
    private readonly StringBuilder _text = new();
    private CodeWriter _code = new();

    /// <summary>Writes the end of a path: whoever wants text gets it without the object. What this builds of the input is built again for those who want a value.</summary>
    public void WriteEnd(FastValue value, CodeWriter code)
    {
        if (CanWrite(value))
        {
            code.Open("if (path.IsWriting)").Line("JsonBuffer output = path.Output();");
            Write(value, code);
            code.Line("return path.Written();").Close();
        }
        code.Line($"return {builder.Build(value)};");
    }

    /// <summary>Whether a value is worth it: an object whose names are written as they are.</summary>
    private static bool CanWrite(FastValue value) => value is FastObject { Members.Count: > 0 } made && HasPlainNames(made);

    /// <summary>Writes the lines; the text goes to the local <c>output</c>.</summary>
    private void Write(FastValue value, CodeWriter code)
    {
        _code = code;
        Add(value);
        Flush();
    }

    private static bool HasPlainNames(FastObject made) =>
        made.Members.All(member => IsPlain(member.Name) && (member.Value is not FastObject inner || HasPlainNames(inner)));

    // What the runtime would escape, or could not write as it is, is as rare in a name as it is odd.
    private static bool IsPlain(string name) => name.All(c => c is >= ' ' and not ('"' or '\\')) && CSharp.IsWellFormed(name);

    private void Add(FastValue value)
    {
        switch (value)
        {
            case FastObject { Members.Count: > 0 } made:
                char separator = '{';
                foreach (FastMember member in made.Members)
                {
                    _text.Append(separator).Append('"').Append(member.Name).Append("\":");
                    Add(member.Value);
                    separator = ',';
                }
                _text.Append('}');
                break;
            case FastConstant { Written: { } text } when CSharp.IsWellFormed(text):
                _text.Append(text);
                break;
            default:
                Flush();
                _code.Line($"output.Value({builder.Build(value)});");
                break;
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
            _code.Line($"output.Raw({CSharp.Text(_text.ToString())}u8);");
        _text.Clear();
    }
}
