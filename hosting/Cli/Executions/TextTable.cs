using System.Text;
using Compiled.Cli.Lint;

namespace Compiled.Cli.Executions;

/// <summary>Rows of text in columns that are as wide as their widest cell.</summary>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<(string[] Cells, Func<int, string, string> Paint)> _rows = [(heads, static (_, text) => text)];

    /// <summary>Adds a row; <paramref name="paint"/> puts colour around the cell of a column, which takes no width.</summary>
    public void Add(string[] cells, Func<int, string, string>? paint = null) => _rows.Add((cells, paint ?? (static (_, text) => text)));

    public void Write(TextWriter output)
    {
        int[] widths = [.. Enumerable.Range(0, heads.Length).Select(column => _rows.Max(row => Width(row.Cells[column])))];
        foreach ((string[] cells, Func<int, string, string> paint) in _rows)
        {
            StringBuilder line = new();
            for (int column = 0; column < cells.Length; column++)
            {
                line.Append(paint(column, cells[column]));
                if (column < cells.Length - 1) line.Append(' ', widths[column] - Width(cells[column]) + 2);
            }

            output.WriteLine(line.ToString().TrimEnd());
        }
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(TextWidth.Of);
}
