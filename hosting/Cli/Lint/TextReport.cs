using System.Globalization;
using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>Faults for a reader: place, severity, id and message, then the line with carets below what is wrong; last a line that counts them.</summary>
internal sealed class TextReport(TextWriter output, bool usesColour) : LintReport
{
    private readonly Dictionary<Severity, int> _counts = [];
    private int _files;

    /// <inheritdoc/>
    public override void Add(LintedFile file)
    {
        _files++;
        WriteFaults(file, output, usesColour);
        foreach ((Fault fault, _) in file.Faults) _counts[fault.Severity] = Count(fault.Severity) + 1;
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        if (_files == 0) return;
        string infos = Count(Severity.Info) == 0 ? "" : $", {Many(Count(Severity.Info), "info")}";
        output.WriteLine($"{Many(Count(Severity.Error), "error")}, {Many(Count(Severity.Warning), "warning")}{infos} in {Many(_files, "file")}");
    }

    /// <summary>Writes the faults of one file.</summary>
    public static void WriteFaults(LintedFile file, TextWriter output, bool usesColour = false)
    {
        foreach ((Fault fault, SourcePlace place) in file.Faults)
        {
            string colour = fault.Severity switch { Severity.Error => "31", Severity.Warning => "33", _ => "36" };
            string word = Paint($"{LintedFile.Word(fault.Severity)} {fault.Id}", $"1;{colour}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{SourceExcerpt.Printable(file.Name)}:{place.Line}:{place.Column}: {word}: {SourceExcerpt.Printable(fault.Message)}"));
            ReadOnlySpan<char> line = file.Lines.Line(place.Line);
            SourceExcerpt excerpt = SourceExcerpt.Of(line, place.Column - 1, place.EndLine == place.Line ? place.EndColumn - 1 : line.Length);
            string number = place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
            string carets = excerpt.Marks.TrimStart(' ');
            output.WriteLine($"{number} | {excerpt.Text}");
            output.WriteLine($"      | {new string(' ', excerpt.Marks.Length - carets.Length)}{Paint(carets, colour)}");
        }

        // ECMA-48, "Select Graphic Rendition".
        string Paint(string text, string code) => usesColour ? $"\e[{code}m{text}\e[0m" : text;
    }

    private int Count(Severity severity) => _counts.GetValueOrDefault(severity);

    private static string Many(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
