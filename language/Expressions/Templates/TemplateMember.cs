namespace Compiled.Language.Expressions;

/// <summary>A member of an object that is made while a state runs.</summary>
public sealed class TemplateMember
{
    internal TemplateMember(string name, string writtenName, Template value)
    {
        Name = name;
        WrittenName = writtenName;
        Value = value;
    }

    /// <summary>The key of the result, without <c>.$</c>.</summary>
    public string Name { get; }

    /// <summary>The key of the definition, with <c>.$</c> where it has that.</summary>
    public string WrittenName { get; }

    /// <summary>The value.</summary>
    public Template Value { get; }
}
