using Compiled.Language.Faults;

namespace Compiled.Language.Json;

/// <summary>
/// Builds the tree. After an error it goes on where a person would: a missing comma or quote costs one fault, not the rest of the
/// definition. Every loop consumes at least one character a turn, so it always ends.
/// </summary>
internal sealed class JsonParser(JsonScanner scanner)
{
    private int _openObjects;
    private int _openArrays;

    private int Depth => _openObjects + _openArrays;

    public JsonNode? ReadDocument()
    {
        scanner.SkipTrivia();
        if (scanner.AtEnd)
        {
            scanner.ReportSyntax(0, scanner.Text.Length, "The definition is empty; expected a JSON object");
            return null;
        }
        JsonNode root = ReadValue();
        scanner.SkipTrivia();
        if (!scanner.AtEnd)
        {
            int rest = scanner.Text.Length - scanner.Position;
            scanner.ReportSyntax(scanner.Position, rest, "Text follows the end of the definition; expected nothing after its last brace");
        }
        return root;
    }

    // The caller has stepped over blanks. At a closing bracket, a comma or the end nothing is consumed.
    private JsonNode ReadValue()
    {
        char c = scanner.Current;
        if (c is '{' or '[' && Depth >= JsonReader.MaximumDepth)
            return SkipTooDeep();
        if (c == '{')
            return ReadObject();
        if (c == '[')
            return ReadArray();
        if (c is '"' or '\'')
            return JsonStringReader.Read(scanner);
        if (JsonScanner.IsWordCharacter(c))
            return JsonWordReader.Read(scanner);

        int start = scanner.Position;
        if (scanner.AtEnd || c is ',' or '}' or ']' or ':')
        {
            scanner.ReportSyntax(start, 1, "A value is missing here");
            return new NullNode(new TextSpan(start, 0));
        }
        string skipped = scanner.SkipUnexpected();
        scanner.ReportSyntax(start, skipped.Length, $"'{skipped}' is not a JSON value");
        return new NullNode(new TextSpan(start, skipped.Length));
    }

    private ObjectNode ReadObject()
    {
        int start = scanner.Position++;
        var members = new List<JsonMember>();
        var names = new KeySet(members);
        _openObjects++;
        while (true)
        {
            scanner.SkipTrivia();
            if (scanner.AtEnd)
            {
                scanner.ReportSyntax(start, 1, "The object that starts here is not closed; expected '}'");
                break;
            }
            if (scanner.Current == '}')
            {
                scanner.Position++;
                break;
            }
            if (scanner.Current == ']' && _openArrays > 0)
            {
                scanner.ReportSyntax(scanner.Position, 1, "']' stands where the object is still open; expected '}'");
                break;
            }
            if (ReadName() is not { } name)
                continue;
            if (names.Has(name.Value))
                ReportDuplicate(name);
            members.Add(ReadMember(name));
            ReadSeparator('}', name.Value);
        }
        _openObjects--;
        return new ObjectNode(members, TextSpan.FromBounds(start, scanner.Position));
    }

    private ArrayNode ReadArray()
    {
        int start = scanner.Position++;
        var items = new List<JsonNode>();
        _openArrays++;
        while (true)
        {
            scanner.SkipTrivia();
            if (scanner.AtEnd)
            {
                scanner.ReportSyntax(start, 1, "The array that starts here is not closed; expected ']'");
                break;
            }
            if (scanner.Current == ']')
            {
                scanner.Position++;
                break;
            }
            if (scanner.Current == '}' && _openObjects > 0)
            {
                scanner.ReportSyntax(scanner.Position, 1, "'}' stands where the array is still open; expected ']'");
                break;
            }
            if (scanner.Current is ',' or ':' or '}')
            {
                scanner.ReportSyntax(scanner.Position, 1, $"'{scanner.Current}' stands where an item of the array was expected");
                scanner.Position++;
                continue;
            }
            scanner.Enter(items.Count);
            items.Add(ReadValue());
            scanner.Leave();
            ReadSeparator(']', null);
        }
        _openArrays--;
        return new ArrayNode(items, TextSpan.FromBounds(start, scanner.Position));
    }

    // The key, or null after something that cannot be one has been stepped over.
    private StringNode? ReadName()
    {
        char c = scanner.Current;
        if (c is '"' or '\'')
            return JsonStringReader.Read(scanner);
        int start = scanner.Position;
        if (JsonScanner.IsWordCharacter(c))
        {
            string word = scanner.TakeWord();
            scanner.ReportSyntax(start, word.Length, $"The key '{word}' has no quotes; expected '\"{word}\"'");
            return new StringNode(word, new TextSpan(start, word.Length));
        }
        if (c is '{' or '[')
        {
            ReadValue();
            scanner.ReportSyntax(start, 1, "A value stands where a key in quotes was expected");
            return null;
        }
        string skipped = c is ',' or ':' or ']' ? c.ToString() : scanner.SkipUnexpected();
        scanner.Position = start + skipped.Length;
        scanner.ReportSyntax(start, skipped.Length, $"'{skipped}' stands where a key in quotes or '}}' was expected");
        return null;
    }

    private JsonMember ReadMember(StringNode name)
    {
        scanner.Enter(name.Value);
        scanner.SkipTrivia();
        JsonNode value;
        if (scanner.Current == ':' && !scanner.AtEnd)
        {
            scanner.Position++;
            scanner.SkipTrivia();
            value = ReadValue();
        }
        else
        {
            scanner.ReportSyntax(scanner.Position, 1, $"The key '{name.Value}' has no value; expected ':' and a value");
            // What follows on the same line is taken for the value, as in `"Type" "Pass"`; else the key stands alone.
            value = scanner.AtEnd || scanner.Current is ',' or '}' or ']' || LineBreakBetween(name.Span.End, scanner.Position)
                ? new NullNode(new TextSpan(scanner.Position, 0))
                : ReadValue();
        }
        scanner.Leave();
        return new JsonMember(name.Value, name.Span, value);
    }

    private void ReadSeparator(char close, string? name)
    {
        int end = scanner.Position;
        scanner.SkipTrivia();
        if (name is not null)
            SkipSecondValues(name);
        if (scanner.AtEnd || scanner.Current is '}' or ']')
            return;
        if (scanner.Current != ',')
        {
            string after = name is null ? "the item" : $"the value of '{name}'";
            scanner.ReportSyntax(Math.Max(0, end - 1), 1, $"A comma is missing after {after}; expected ',' or '{close}'");
            return;
        }
        int comma = scanner.Position++;
        scanner.SkipTrivia();
        if (scanner.Current == close && !scanner.AtEnd)
            scanner.ReportSyntax(comma, 1, $"A comma stands before '{close}'; JSON has none after the last {(name is null ? "item" : "member")}");
    }

    // `"a": "b": 1` is one mistake: what follows the second colon goes with it.
    private void SkipSecondValues(string name)
    {
        while (scanner.Current == ':' && !scanner.AtEnd)
        {
            scanner.ReportSyntax(scanner.Position, 1, $"':' stands after the value of '{name}'; expected ',' or '}}'");
            scanner.Position++;
            scanner.SkipTrivia();
            if (!scanner.AtEnd && scanner.Current is not (',' or '}' or ']' or ':'))
                ReadValue();
            scanner.SkipTrivia();
        }
    }

    private void ReportDuplicate(StringNode name)
    {
        scanner.Enter(name.Value);
        scanner.Report(
            JsonFaults.DuplicateKey,
            name.Span,
            $"The key '{name.Value}' stands twice in this object; only the last one counts");
        scanner.Leave();
    }

    private bool LineBreakBetween(int start, int end) => scanner.Text.IndexOf('\n', start, Math.Max(0, end - start)) >= 0;

    private NullNode SkipTooDeep()
    {
        int start = scanner.Position;
        int depth = 0;
        do
        {
            char c = scanner.Current;
            if (c == '"')
            {
                JsonStringReader.Read(scanner);
                continue;
            }
            if (c is '{' or '[')
                depth++;
            else if (c is '}' or ']')
                depth--;
            scanner.Position++;
        }
        while (depth > 0 && !scanner.AtEnd);
        scanner.Report(
            JsonFaults.TooDeeplyNested,
            new TextSpan(start, 1),
            $"Objects and arrays are nested more than {JsonReader.MaximumDepth} deep here");
        return new NullNode(TextSpan.FromBounds(start, scanner.Position));
    }
}
