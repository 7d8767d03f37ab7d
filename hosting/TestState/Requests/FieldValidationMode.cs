namespace Compiled.TestState;

/// <summary>How strictly a mocked result is held to what the service's API gives.</summary>
public enum FieldValidationMode
{
    /// <summary>Fields that the API always gives must be there, and fields that are there must be of the API's types.</summary>
    Strict,

    /// <summary>Fields that are there must be of the API's types.</summary>
    Present,

    /// <summary>Any JSON value will do.</summary>
    None,
}
