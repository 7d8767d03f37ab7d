using System.Text;

namespace Compiled.MapRuns.Readers;

/// <summary>
/// Delimited text, row by row (RFC 4180): a cell in quotes may hold delimiters and line breaks, and a quote as two. Lines without anything are passed over.
/// </summary>
internal sealed class CsvRows(Stream stream, char delimiter)
{
    private const int BufferSize = 16 * 1024;

    private readonly StreamReader _text = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize, leaveOpen: true);
    private readonly char[] _buffer = new char[BufferSize];
    private readonly StringBuilder _cell = new();
    private int _at, _end;
    private bool _isQuoted, _hadQuotes;

    /// <summary>Reads the cells of the next row; false after the last.</summary>
    public async ValueTask<bool> ReadAsync(List<string> row, CancellationToken cancellationToken)
    {
        row.Clear();
        for (; ; )
        {
            if (_at == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
                return EndOfText(row);
            char c = _buffer[_at++];
            if (_isQuoted)
            {
                if (c != '"')
                    _cell.Append(c);
                else if (await PeekAsync(cancellationToken).ConfigureAwait(false) != '"')
                    _isQuoted = false;
                else
                    _cell.Append(_buffer[_at++]);
            }
            else if (c == '"' && _cell.Length == 0 && !_hadQuotes)
                _isQuoted = _hadQuotes = true;
            else if (c == delimiter)
                EndCell(row);
            else if (c is not ('\n' or '\r'))
                _cell.Append(c);
            else if (EndRow(row))
                return true;
        }
    }

    private bool EndOfText(List<string> row)
    {
        if (_isQuoted)
            throw Failures.Reader("The CSV text ends inside a quoted cell.");
        return EndRow(row);
    }

    private bool EndRow(List<string> row)
    {
        if (row.Count == 0 && _cell.Length == 0 && !_hadQuotes)
            return false;
        EndCell(row);
        return true;
    }

    private void EndCell(List<string> row)
    {
        row.Add(_cell.ToString());
        _cell.Clear();
        _hadQuotes = false;
    }

    /// <summary>The next character; negative at the end.</summary>
    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
        => _at < _end || await FillAsync(cancellationToken).ConfigureAwait(false) ? _buffer[_at] : -1;

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _at = 0;
        _end = await _text.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }
}
