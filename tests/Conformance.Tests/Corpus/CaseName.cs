using Xunit.Abstractions;

namespace Conformance.Tests.Corpus;

/// <summary>A case's id as a theory's argument. A plain string would be cut in the test's name, and then names would not be unique.</summary>
public sealed class CaseName : IXunitSerializable
{
    /// <summary>For the test runner, which calls <see cref="Deserialize"/> next.</summary>
    public CaseName()
    {
    }

    /// <summary>Names a case.</summary>
    public CaseName(string id) => Id = id;

    /// <summary>The id.</summary>
    public string Id { get; private set; } = "";

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info) => Id = info.GetValue<string>(nameof(Id));

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Id), Id);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
