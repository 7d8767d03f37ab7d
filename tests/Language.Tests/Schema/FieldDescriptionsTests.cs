using Compiled.Language.Definition;

namespace Compiled.Language.Tests.Schema;

/// <summary>The descriptions against the table of fields, both ways.</summary>
public sealed class FieldDescriptionsTests
{
    [Fact]
    public void Find_EveryFieldInEveryPlace_GivesAText()
    {
        string[] bare = [.. FieldTable.Fields.SelectMany(Pairs).Where(pair => string.IsNullOrWhiteSpace(FieldDescriptions.Find(pair.Name, pair.Place))).Select(pair => $"{pair.Place}: {pair.Name}")];

        Assert.Empty(bare);
    }

    [Fact]
    public void Rows_Each_BelongToAFieldThatIsThere()
    {
        string[] loose = [.. FieldDescriptions.Rows.SelectMany(row => Split(row.Places).Select(place => (row.Name, Place: place)))
            .Concat(FieldHints.Rows.SelectMany(row => Split(row.Places).Select(place => (row.Name, Place: place))))
            .Where(row => FieldTable.Find(row.Name, row.Place) is null).Select(row => $"{row.Place}: {row.Name}")];

        Assert.Empty(loose);
    }

    [Fact]
    public void Rows_OfOneField_DoNotOverlap()
    {
        string[] twice = [.. FieldDescriptions.Rows.SelectMany(row => Split(row.Places).Select(place => (row.Name, place)))
            .GroupBy(row => row).Where(group => group.Count() > 1).Select(group => group.Key.ToString())];

        Assert.Empty(twice);
    }

    [Fact]
    public void Texts_Each_AreWholeSentences()
    {
        string[] wrong = [.. FieldTable.Fields.SelectMany(Pairs).Select(pair => FieldDescriptions.Find(pair.Name, pair.Place)!)
            .Concat(PlaceNames.All.Select(FieldDescriptions.Of))
            .Where(text => !char.IsUpper(text[0]) && text[0] != '\'' || text[^1] != '.' || text.Contains('\n', StringComparison.Ordinal) || text.Length > 250).Distinct()];

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("StringLessThanEqualsPath", "Holds where the value at Variable is a string not above the one that this path leads to. Strings are in the order of their characters' codes, so 'Z' is below 'a'.")]
    [InlineData("TimestampGreaterThan", "Holds where the value at Variable is a timestamp later than this one.")]
    [InlineData("IsNull", "Holds where the value at Variable is null; with false, where it is something else.")]
    public void Find_Comparison_SaysWhatItsNameMeans(string name, string expected) => Assert.Equal(expected, FieldDescriptions.Find(name, Place.NestedRule));

    [Fact]
    public void Find_FieldThatThePlaceDoesNotHave_GivesNull() => Assert.Null(FieldDescriptions.Find("Comment", Place.Credentials));

    private static IEnumerable<(string Name, Place Place)> Pairs(Field field) => Split(field.Places).Select(place => (field.Name, place));

    private static IEnumerable<Place> Split(Place places) => PlaceNames.All.Where(place => (places & place) != 0);
}
