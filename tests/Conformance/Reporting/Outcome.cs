namespace Conformance.Reporting;

/// <summary>What became of a case.</summary>
public enum Outcome
{
    /// <summary>As recorded.</summary>
    Pass,

    /// <summary>Not as recorded.</summary>
    Fail,

    /// <summary>It needs a part of the language or the API that does not exist here yet.</summary>
    Unsupported,
}
