using System.Globalization;
using System.Text;

namespace Compiled.Language.Expressions;

/// <summary>Reads a path from the cursor's place on, up to the first character that cannot belong to it.</summary>
internal sealed class PathReader(ExpressionCursor cursor, PathPlace place)
{
    // The limit of AWS for the names of variables.
    private const int MaximumVariableName = 80;

    public static bool IsNameStart(char c) => char.IsLetter(c) || c == '_' || char.IsSurrogate(c);

    /// <summary>The path, or null with an error at the cursor.</summary>
    public PathExpression? Read()
    {
        int start = cursor.Position;
        var steps = new List<PathStep>();
        if (!ReadRoot(steps, out PathRoot root, out string? variable))
            return null;
        while (cursor.Current is '.' or '[')
        {
            if (steps.Count > 0 && steps[steps.Count - 1] is FunctionStep)
            {
                cursor.FailHere("nothing may follow a function");
                return null;
            }
            if (ReadStep() is not { } step)
                return null;
            steps.Add(step);
        }
        return new PathExpression(cursor.Slice(start), start, root, variable, steps);
    }

    private bool ReadRoot(List<PathStep> steps, out PathRoot root, out string? variable)
    {
        root = PathRoot.Input;
        variable = null;
        int start = cursor.Position;
        int placeholder = Placeholders.LengthAt(cursor.Text, start);
        if (placeholder > 0)
        {
            // What the deployment puts here is not known, so it stands as a name that no input has.
            cursor.Position += placeholder;
            steps.Add(new NameStep(cursor.Slice(start), start, placeholder));
            return true;
        }
        if (place == PathPlace.Filter && cursor.TryTake('@'))
        {
            root = PathRoot.Current;
            return true;
        }
        if (!cursor.TryTake('$'))
        {
            cursor.FailHere(place == PathPlace.Filter ? "expected a path that starts with '@' or '$'" : "expected a path that starts with '$'");
            return false;
        }
        if (cursor.TryTake('$'))
            root = PathRoot.Context;
        else if (IsNameStart(cursor.Current))
            return ReadVariable(out root, out variable);
        return true;
    }

    private bool ReadVariable(out PathRoot root, out string? variable)
    {
        int start = cursor.Position;
        while (!cursor.AtEnd && IsNamePart(cursor.Current))
            cursor.Position++;
        root = PathRoot.Variable;
        variable = cursor.Slice(start);
        if (variable.Length <= MaximumVariableName)
            return true;
        cursor.Fail(start, variable.Length, $"The variable's name has {variable.Length} characters; at most {MaximumVariableName} are allowed");
        return false;
    }

    private static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private PathStep? ReadStep()
    {
        int start = cursor.Position;
        if (!cursor.TryTake('.'))
            return new BracketReader(cursor).Read(start);
        bool isDescendant = cursor.TryTake('.');
        // AWS takes a dot before a bracket, as Jayway does: `$.[0]`.
        int innerStart = isDescendant ? cursor.Position : start;
        PathStep? step = cursor.Current == '[' ? new BracketReader(cursor).Read(innerStart) : ReadDotted(innerStart);
        if (step is null || !isDescendant)
            return step;
        if (step is FunctionStep)
        {
            cursor.Fail(start, cursor.Position - start, "A function follows '..'; expected a name, '*' or '['");
            return null;
        }
        return new DescendantStep(step, start, cursor.Position - start);
    }

    private PathStep? ReadDotted(int start)
    {
        int nameStart = cursor.Position;
        if (cursor.Current == '*' && !IsDottedNamePart(cursor.Peek(1)))
        {
            cursor.Position++;
            return new WildcardStep(start, cursor.Position - start);
        }
        if (ReadDottedName() is not { } name)
            return null;
        if (cursor.Position == nameStart)
        {
            cursor.FailHere("expected a name, '*' or '[' after '.'");
            return null;
        }
        return cursor.Current == '('
            ? ReadFunction(name, start, nameStart)
            : new NameStep(name, start, cursor.Position - start);
    }

    // ASL, "Reference Paths": a backslash takes the next character as it is, as in `$.store\.book`.
    private string? ReadDottedName()
    {
        var name = new StringBuilder();
        while (!cursor.AtEnd)
        {
            int placeholder = Placeholders.LengthAt(cursor.Text, cursor.Position);
            if (placeholder > 0)
            {
                name.Append(cursor.Text, cursor.Position, placeholder);
                cursor.Position += placeholder;
            }
            else if (cursor.Current == '\\')
            {
                if (PathEscape.ReadInName(cursor) is not { } escaped)
                    return null;
                name.Append(escaped);
            }
            else if (IsDottedNamePart(cursor.Current))
            {
                name.Append(cursor.Current);
                cursor.Position++;
            }
            else
            {
                break;
            }
        }
        return name.ToString();
    }

    private bool IsDottedNamePart(char c)
    {
        if (char.IsWhiteSpace(c) || char.IsControl(c) || ".[]()'\",{}".IndexOf(c) >= 0)
            return false;
        return place != PathPlace.Filter || "=<>!~&|".IndexOf(c) < 0;
    }

    private FunctionStep? ReadFunction(string name, int start, int nameStart)
    {
        if (!PathFunctionTable.TryGet(name, out string canonical, out int minimum, out int maximum))
        {
            cursor.FailName(nameStart, $"'{name}' is not a function of paths", NearMiss.Find(name, PathFunctionTable.Names));
            return null;
        }
        if (!cursor.Enter())
            return null;
        cursor.Position++;
        List<FilterOperand>? arguments = ReadArguments();
        if (arguments is null)
            return null;
        cursor.Leave();
        if (arguments.Count >= minimum && arguments.Count <= maximum)
            return new FunctionStep(canonical, arguments, start, cursor.Position - start);
        string wanted = minimum == maximum ? $"{minimum}" : arguments.Count < minimum ? $"at least {minimum}" : $"at most {maximum}";
        cursor.Fail(nameStart, cursor.Position - nameStart, $"'{name}' has {arguments.Count} arguments; expected {wanted}");
        return null;
    }

    private List<FilterOperand>? ReadArguments()
    {
        var arguments = new List<FilterOperand>();
        var reader = new FilterOperandReader(cursor, PathPlace.Argument);
        cursor.SkipBlanks();
        if (cursor.TryTake(')'))
            return arguments;
        while (true)
        {
            cursor.SkipBlanks();
            if (reader.Read() is not { } argument)
                return null;
            arguments.Add(argument);
            cursor.SkipBlanks();
            if (cursor.TryTake(')'))
                return arguments;
            if (!cursor.Expect(',', "or ')' after an argument"))
                return null;
        }
    }
}
