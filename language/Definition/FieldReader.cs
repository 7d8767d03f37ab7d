using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Definition;

/// <summary>Reads the fields of one object by the <see cref="FieldTable"/> and reports what is not as the table says.</summary>
internal sealed class FieldReader(Action<Fault> report, Action<object, Place, string> useExpressions)
{
    private readonly FieldValues _values = new(report);

    /// <summary>Reads the object.</summary>
    /// <param name="node">The object.</param>
    /// <param name="place">What it is; one place, no combination.</param>
    /// <param name="language">The query language of the state it belongs to.</param>
    /// <param name="languageNote">What to add to a message about a field of the other language.</param>
    public FieldSet Read(ObjectNode node, Place place, QueryLanguage language, string languageNote = "")
    {
        var fields = new FieldSet(node, place);
        foreach (JsonMember member in node.EffectiveList())
            ReadMember(fields, member, place, language, languageNote);
        RequireFields(fields, place, language);
        foreach (FieldGroup group in FieldTable.GroupsOf(place))
            CheckGroup(fields, group, language);
        return fields;
    }

    /// <summary>The fault's place for what an object lacks: its key, or in an array its opening brace.</summary>
    public static TextSpan NameSpan(ObjectNode node)
    {
        if (node.Parent is ObjectNode parent)
            return parent.Members.First(member => ReferenceEquals(member.Value, node)).NameSpan;
        return new TextSpan(node.Span.Start, Math.Min(1, node.Span.Length));
    }

    /// <summary>A fault on what an object lacks.</summary>
    public static Fault Lacking(FaultDescriptor descriptor, ObjectNode node, string message) =>
        new(descriptor, message, NameSpan(node), node.Pointer);

    private void ReadMember(FieldSet fields, JsonMember member, Place place, QueryLanguage language, string languageNote)
    {
        Field? field = FieldTable.Find(member.Name, place);
        if (field is null)
        {
            report(Unknown(member, place, language));
            return;
        }
        if (!FieldTable.IsIn(field, language))
        {
            fields.HasOtherLanguage = true;
            report(language == QueryLanguage.Jsonata
                ? FieldFaults.JsonPathInJsonata.AtName(member, $"'{member.Name}' is a JSONPath field, but the query language here is JSONata")
                : FieldFaults.JsonataInJsonPath.AtName(member, $"'{member.Name}' is a JSONata field, but the query language here is JSONPath{languageNote}"));
            return;
        }
        object? value = _values.Read(field, member, place, language);
        fields.Add(field.Name, value);
        if (value is not null && language == QueryLanguage.Jsonata)
            useExpressions(value, place, field.Name);
    }

    private static Fault Unknown(JsonMember member, Place place, QueryLanguage language)
    {
        string message = $"'{member.Name}' is not a field of {PlaceNames.Article(place)}";
        if (NearMiss.Find(member.Name, FieldTable.Of(place, language).Select(field => field.Name)) is { } near)
            return FieldFaults.UnknownField.AtName(member, message).DidYouMean(near);
        // A state's field on a state of another type is the common case; elsewhere the list of places would not help.
        Place states = FieldTable.PlacesOf(member.Name) & Place.AnyState;
        bool belongs = (place & Place.AnyState) != 0 && states != Place.None;
        return FieldFaults.UnknownField.AtName(member, belongs ? $"{message}; it belongs to {PlaceNames.List(states)}" : message);
    }

    private void RequireFields(FieldSet fields, Place place, QueryLanguage language)
    {
        foreach (Field field in FieldTable.RequiredIn(place))
        {
            bool isExcused = fields.HasOtherLanguage && !(field.InJsonata && field.InJsonPath);
            if (FieldTable.IsIn(field, language) && !isExcused && !fields.IsWritten(field.Name))
                report(Lacking(FieldFaults.MissingField, fields.Node, $"'{field.Name}' is missing; {PlaceNames.Article(place)} must have it"));
        }
    }

    private void CheckGroup(FieldSet fields, FieldGroup group, QueryLanguage language)
    {
        if (group.IsRequired && !fields.HasOtherLanguage && !IsAnyWritten(fields, group))
        {
            IEnumerable<string> names = group.Names.Where(name => FieldTable.IsIn(FieldTable.Find(name, group.Place)!, language));
            string choice = string.Join(" or ", names.Select(name => $"'{name}'"));
            report(Lacking(FieldFaults.MissingField, fields.Node, $"{choice} is missing; {PlaceNames.Article(group.Place)} must have one of them"));
        }
        // Resource and WriterConfig of a ResultWriter may stand together; the group is there for its "one of".
        if (group.Place == Place.ResultWriter)
            return;
        string? first = null;
        foreach (JsonMember member in fields.Node.EffectiveList())
        {
            if (!group.Has(member.Name) || !fields.IsWritten(member.Name))
                continue;
            if (first is null)
                first = member.Name;
            else
                report(FieldFaults.ConflictingFields.AtName(member, $"'{member.Name}' and '{first}' exclude each other; keep one of them"));
        }
    }

    private static bool IsAnyWritten(FieldSet fields, FieldGroup group)
    {
        foreach (string name in group.Names)
        {
            if (fields.IsWritten(name))
                return true;
        }
        return false;
    }
}
