using System.Globalization;
using Compiled.Language.Definition;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds <c>Assign</c> of a state, rule or catcher. FEATURES L-070 to L-072.</summary>
internal static class AssignmentBinder
{
    private const int LongestName = 80;

    /// <summary>The assignment; null where the field is absent.</summary>
    public static Assignment? Bind(StateScope scope, FieldSet fields)
    {
        if (fields.Object("Assign") is not { } node)
            return null;
        foreach (JsonMember member in node.EffectiveList())
            CheckName(scope, member);
        var assignment = new Assignment(Members(TemplateParser.Parse(node, scope.Language, scope.Report), node), node);
        foreach (TemplateMember variable in assignment.Variables)
        {
            scope.Context.VariableNames.Add(variable.Name);
            scope.Context.UseExpressions(variable.Value, fields.Place, "Assign");
        }
        return assignment;
    }

    private static IReadOnlyList<TemplateMember> Members(Template template, ObjectNode node) => template is ObjectTemplate made
        ? made.Members
        : [.. node.EffectiveMembers().Select(member => new TemplateMember(member.Name, member.Name, new LiteralTemplate(member.Value)))];

    private static void CheckName(StateScope scope, JsonMember member)
    {
        bool isPath = scope.Language == QueryLanguage.JsonPath && member.Name.EndsWith(".$", StringComparison.Ordinal);
        string name = isPath ? member.Name.Substring(0, member.Name.Length - 2) : member.Name;
        string? fault = name switch
        {
            "states" => "'states' is reserved and cannot be assigned",
            { Length: > LongestName } => $"The variable name has {name.Length} characters; at most {LongestName} are allowed",
            _ when !IsIdentifier(name) => $"'{name}' is no variable name; expected a letter, then letters, digits or '_'",
            _ => null,
        };
        if (fault is not null)
            scope.Report(NameFaults.BadVariableName.AtName(member, fault));
    }

    // A Unicode identifier; '_' may also come first, which other engines take and which does no harm.
    private static bool IsIdentifier(string name)
    {
        for (int i = 0; i < name.Length; i += char.IsSurrogatePair(name, i) ? 2 : 1)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(name, i);
            if (!IsStart(category) && name[i] != '_' && (i == 0 || !IsContinuation(category)))
                return false;
        }
        return name.Length > 0;
    }

    private static bool IsStart(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter
        or UnicodeCategory.LetterNumber;

    private static bool IsContinuation(UnicodeCategory category) => category
        is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation;
}
