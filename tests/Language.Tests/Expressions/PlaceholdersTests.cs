using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

public sealed class PlaceholdersTests
{
    // RULES.md, "What published definitions demand of a front end": items 3 and 5.
    [Theory]
    [InlineData("${Name}", true, true)]
    [InlineData("arn:${AWS::Partition}:states:::aws-sdk:s3:getObject", true, false)]
    [InlineData("${Queue.Arn}", true, true)]
    [InlineData("${module.x[\"y\"].arn}", true, true)]
    [InlineData("a${B}c${D}", true, false)]
    [InlineData("$${B}", true, false)]
    [InlineData("", false, false)]
    [InlineData("${}", false, false)]
    [InlineData("${Name", false, false)]
    [InlineData("$.a{b}", false, false)]
    [InlineData("$ {Name}", false, false)]
    [InlineData("${{Name}}", false, false)]
    public void Contains_Text_FindsPlaceholders(string text, bool contains, bool isOne) =>
        Assert.Equal((contains, isOne), (Placeholders.Contains(text), Placeholders.IsOne(text)));
}
