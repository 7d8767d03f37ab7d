using Compiled.Outside.Signing;

namespace Compiled.Outside.Tests.Signing;

/// <summary>Against the examples in AWS's own documentation of Signature Version 4.</summary>
public sealed class AwsSignatureTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Time = "20150830T123600Z",
        EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void Signature_OfTheGuidesListUsers_IsTheGuides()
        => Assert.Equal(
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            AwsSignature.Compute(
                "GET", "/", "?Version=2010-05-08&Action=ListUsers",
                [new("X-Amz-Date", Time), new("Host", "iam.amazonaws.com"), new("Content-Type", "application/x-www-form-urlencoded;  charset=utf-8")],
                EmptyHash, Time, "20150830/us-east-1/iam/aws4_request", Secret));

    [Fact]
    public void Signature_OfAPlainRequest_IsTheGuides()
        => Assert.Equal(
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            AwsSignature.Compute(
                "GET", "/", "", [new("Host", "example.amazonaws.com"), new("X-Amz-Date", Time)], EmptyHash, Time, "20150830/us-east-1/service/aws4_request", Secret));

    [Fact]
    public void Credentials_AsText_HideTheSecret()
        => Assert.Equal("AKID", new AwsCredentials { AccessKeyId = "AKID", SecretAccessKey = "s" }.ToString());
}
