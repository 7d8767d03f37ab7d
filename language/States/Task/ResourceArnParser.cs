using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>Takes a Resource apart and says what is wrong with it. FEATURES L-200, L-201.</summary>
internal static class ResourceArnParser
{
    // Stands for a placeholder, which may hold colons, while the text is split.
    private const char Atom = '\uFFFC';

    private static readonly (string Suffix, IntegrationPattern Pattern)[] s_patterns =
    [
        (".sync:2", IntegrationPattern.Sync2),
        (".sync", IntegrationPattern.Sync),
        (".waitForTaskToken", IntegrationPattern.WaitForTaskToken),
    ];

    /// <summary>The resource, or null and the message of the fault, with the Resource that was probably meant where one is near.</summary>
    public static ResourceArn? Parse(string text, out string? fault, out string? meant)
    {
        fault = meant = null;
        string atoms = ReplacePlaceholders(text, out List<string> names);
        if (!atoms.StartsWith("arn:", StringComparison.Ordinal) && names.Count > 0)
            return new ResourceArn(text, ResourceKind.Other, "", "", IntegrationPattern.RequestResponse, Identifier(names[names.Count - 1]), hasPlaceholder: true);

        // arn:partition:service:region:account:rest, where rest may hold colons of its own.
        string[] parts = atoms.Split([':'], 6);
        if (parts.Length == 6 && parts[0] == "arn" && IsWord(parts[1], "-") && IsWord(parts[3], "-", mayBeEmpty: true) && IsWord(parts[4], "-_", mayBeEmpty: true))
        {
            if (parts[2] == "lambda")
                return Function(text, parts[5], names, out fault);
            if (parts[2] == "states")
                return StatesResource(text, parts[5], names, out fault, out meant);
        }
        fault = $"'Resource' is '{text}'; expected the ARN of a Lambda function, an activity or a service integration";
        return null;
    }

    // function:name, perhaps with a version or alias.
    private static ResourceArn? Function(string text, string rest, List<string> names, out string? fault)
    {
        string[] parts = rest.Split(':');
        fault = null;
        bool hasName = parts.Length is 2 or 3 && parts[0] == "function" && IsWord(parts[1], "-_");
        if (hasName && (parts.Length == 2 || parts[2] == "$LATEST" || IsWord(parts[2], "-_")))
            return new ResourceArn(text, ResourceKind.Lambda, "lambda", "", IntegrationPattern.RequestResponse, ShortName(parts[1], parts.Length == 3 ? parts[2] : "", names), names.Count > 0);
        fault = $"'Resource' is '{text}'; expected 'function:' and a name of letters, digits, '-' and '_', perhaps followed by ':' and a version or alias";
        return null;
    }

    private static ResourceArn? StatesResource(string text, string rest, List<string> names, out string? fault, out string? meant)
    {
        fault = meant = null;
        int colon = rest.IndexOf(':');
        string first = colon < 0 ? rest : rest.Substring(0, colon);
        string tail = colon < 0 ? "" : rest.Substring(colon + 1);
        if (first == "activity" && tail.Length > 0 && tail.IndexOf(':') < 0)
            return new ResourceArn(text, ResourceKind.Activity, "", "", IntegrationPattern.RequestResponse, ShortName(tail, "", names), names.Count > 0);
        (string action, IntegrationPattern pattern) = SplitPattern(tail);
        string service = first;
        int sdkColon = action.IndexOf(':');
        if (first == "aws-sdk" && sdkColon >= 0)
        {
            service = "aws-sdk:" + action.Substring(0, sdkColon);
            action = action.Substring(sdkColon + 1);
        }
        // What a placeholder stands for is not known, so it cannot be looked up.
        fault = rest.IndexOf(Atom) >= 0 ? null : IntegrationTable.Check(text, service, action, pattern, out meant);
        if (fault is not null)
            return null;
        return new ResourceArn(
            text, ResourceKind.Integration, Written(service, action, names), Written(action, "", names), pattern, ShortName(action, "", names), names.Count > 0);
    }

    private static (string Action, IntegrationPattern Pattern) SplitPattern(string tail)
    {
        foreach ((string suffix, IntegrationPattern pattern) in s_patterns)
        {
            if (tail.EndsWith(suffix, StringComparison.Ordinal))
                return (tail.Substring(0, tail.Length - suffix.Length), pattern);
        }
        return (tail, IntegrationPattern.RequestResponse);
    }

    private static bool IsWord(string text, string alsoAllowed, bool mayBeEmpty = false)
    {
        foreach (char c in text)
        {
            if (c != Atom && !IsLetterOrDigit(c) && alsoAllowed.IndexOf(c) < 0)
                return false;
        }
        return mayBeEmpty || text.Length > 0;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static string ReplacePlaceholders(string text, out List<string> names)
    {
        names = [];
        if (text.IndexOf('$') < 0)
            return text;
        var result = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int length = Placeholders.LengthAt(text, i);
            result.Append(length > 0 ? Atom : text[i]);
            if (length > 0)
                names.Add(text.Substring(i + 2, length - 3));
            i += Math.Max(1, length);
        }
        return result.ToString();
    }

    // The part with its placeholders again. They are numbered from the end: only the rest of the ARN is at hand where it is read.
    private static string Written(string part, string after, List<string> names)
    {
        if (names.Count == 0)
            return part;
        int next = names.Count - part.Count(c => c == Atom) - after.Count(c => c == Atom);
        return string.Concat(part.Select(c => c == Atom ? "${" + names[next++] + "}" : c.ToString()));
    }

    private static string ShortName(string part, string after, List<string> names) => Identifier(Written(part, after, names));

    // Nearly every name is one already.
    private static string Identifier(string text) =>
        IsWord(text, "_-", mayBeEmpty: true) && text.IndexOf(Atom) < 0 ? text : string.Concat(text.Where(c => IsLetterOrDigit(c) || c is '_' or '-'));
}
