using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Testing;

/// <summary>What the fields of the page that tries a state hold.</summary>
internal sealed record TestForm
{
    public string State { get; init; } = "";

    public string Input { get; init; } = "{}";

    public string? Variables { get; init; }

    public string? Context { get; init; }

    public string? Role { get; init; }

    public string Level { get; init; } = "DEBUG";

    public bool RevealsSecrets { get; init; }

    /// <summary><c>none</c>, <c>result</c> or <c>error</c>.</summary>
    public string Mock { get; init; } = "none";

    public string? MockResult { get; init; }

    public string? MockError { get; init; }

    public string? MockCause { get; init; }

    public string Validation { get; init; } = "STRICT";

    public string? Retries { get; init; }

    public string? Failures { get; init; }

    public string? CausedBy { get; init; }

    public string? ReaderData { get; init; }

    public static TestForm Of(IFormCollection form) => new()
    {
        State = Text(form, "state") ?? "",
        Input = Text(form, "input") ?? "",
        Variables = Text(form, "variables"),
        Context = Text(form, "context"),
        Role = Text(form, "role"),
        Level = Text(form, "level") is "INFO" or "TRACE" ? Text(form, "level")! : "DEBUG",
        RevealsSecrets = Text(form, "secrets") == "yes",
        Mock = Text(form, "mock") is "result" or "error" ? Text(form, "mock")! : "none",
        MockResult = Text(form, "result"),
        MockError = Text(form, "error"),
        MockCause = Text(form, "cause"),
        Validation = Text(form, "validation") is "PRESENT" or "NONE" ? Text(form, "validation")! : "STRICT",
        Retries = Text(form, "retries"),
        Failures = Text(form, "failures"),
        CausedBy = Text(form, "causedby"),
        ReaderData = Text(form, "reader"),
    };

    /// <summary>What is asked of the state.</summary>
    public ConsoleStateTest TestOf(string definition) => new()
    {
        Definition = definition,
        StateName = State,
        Input = Input.Length == 0 ? "{}" : Input,
        Variables = Variables,
        Context = Context,
        RoleArn = Role,
        InspectionLevel = Level,
        RevealsSecrets = RevealsSecrets,
        MockResult = Mock == "result" ? MockResult ?? "{}" : null,
        MockError = Mock == "error" ? MockError : null,
        MockCause = Mock == "error" ? MockCause : null,
        FieldValidationMode = Mock == "none" ? null : Validation,
        RetrierRetryCount = Number(Retries, "retries"),
        MapIterationFailureCount = Number(Failures, "failed iterations"),
        ErrorCausedByState = CausedBy,
        MapItemReaderData = ReaderData,
    };

    private static string? Text(IFormCollection form, string name) => (string?)form[name] is { } text && text.Trim().Length > 0 ? text.ReplaceLineEndings("\n") : null;

    private static int? Number(string? text, string what)
        => text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : throw new ConsoleRefusedException("ValidationException", $"The number of {what} is '{text}', and should be a whole number from 0.");
}
