using Infra.Trust.Tests.Lambda;

namespace Infra.Trust.Tests;

public class CommandTests
{
    [Theory]
    [InlineData("""{"request":"plan","directoryId":"d-0123456789"}""", "plan", Some.DirectoryId)]
    [InlineData(
        """{"request":"plan","directoryId":"d-0123456789","time":"2027-03-01"}""",
        "plan", Some.DirectoryId, "--time", "2027-03-01")]
    [InlineData("""{"request":"status","directoryId":"d-0123456789"}""", "status", Some.DirectoryId)]
    [InlineData("""{"request":"history","directoryId":"d-0123456789"}""", "history", Some.DirectoryId)]
    [InlineData("""{"request":"approvals","directoryId":"d-0123456789"}""", "approvals", Some.DirectoryId)]
    public async Task What_changes_nothing_is_one_request_to_the_function_that_reads(
        string payload, params string[] arguments)
    {
        await using var lambda = await FakeLambda.SayingAsync();

        var run = await Run.OfAsync(lambda, arguments);

        Assert.Equal((0, "nothing to do\n"), (run.ExitCode, run.Output));
        Assert.Equal((Some.ReadFunctionName, payload), lambda.Asked);
    }

    [Theory]
    [InlineData("""{"request":"apply","directoryId":"d-0123456789"}""", "apply", Some.DirectoryId)]
    [InlineData(
        """{"request":"hold","directoryId":"d-0123456789","reason":"audit"}""",
        "hold", Some.DirectoryId, "--reason", "audit")]
    [InlineData(
        """{"request":"hold","directoryId":"d-0123456789","reason":"audit","until":"2027-01-31"}""",
        "hold", "--until", "2027-01-31", "--reason", "audit", Some.DirectoryId)]
    [InlineData("""{"request":"release","directoryId":"d-0123456789"}""", "release", Some.DirectoryId)]
    [InlineData(
        $$"""{"request":"approve","directoryId":"d-0123456789","thumbprint":"{{Some.Thumbprint}}"}""",
        "approve", Some.DirectoryId, Some.Thumbprint)]
    [InlineData(
        $$"""{"request":"approve","directoryId":"d-0123456789","thumbprint":"{{Some.Thumbprint}}","purpose":"ldaps"}""",
        "approve", Some.DirectoryId, Some.Thumbprint, "--purpose", "ldaps")]
    [InlineData(
        $$"""{"request":"reject","directoryId":"d-0123456789","thumbprint":"{{Some.Thumbprint}}","purpose":"smartCard"}""",
        "reject", "--purpose", "smartCard", Some.DirectoryId, Some.Thumbprint)]
    public async Task What_changes_something_is_one_request_to_the_function_of_the_directory(
        string payload, params string[] arguments)
    {
        await using var lambda = await FakeLambda.SayingAsync();

        var run = await Run.OfAsync(lambda, arguments);

        Assert.Equal((0, "nothing to do\n"), (run.ExitCode, run.Output));
        Assert.Equal((Some.FunctionName, payload), lambda.Asked);
    }

    [Theory]
    [InlineData("CaRead", "", "plan", Some.CaArn)]
    [InlineData("CaRead", "", "status", Some.CaArn)]
    [InlineData("CaRead", "", "history", Some.CaArn)]
    [InlineData("CaRenewal", "", "apply", Some.CaArn)]
    [InlineData("CaRenewal", $",\"thumbprint\":\"{Some.Thumbprint}\"", "published", Some.CaArn, Some.Thumbprint)]
    public async Task A_ca_has_such_functions_too(string function, string members, params string[] arguments)
    {
        await using var lambda = await FakeLambda.WithAsync(
            new FakeFunction("one", Some.CaVariables("CaRenewal"), Some.Fulfilled),
            new FakeFunction("two", Some.CaVariables("CaRead"), Some.Fulfilled));

        var run = await Run.OfAsync(lambda, arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            (
                function == "CaRead" ? "two" : "one",
                $$"""{"request":"{{arguments[0]}}","certificateAuthorityArn":"{{Some.CaArn}}"{{members}}}"""),
            lambda.Asked);
    }

    [Theory]
    [InlineData("0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9")]
    [InlineData("0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9")]
    [InlineData("0a1b2c3d 4e5f6071 8293a4b5 c6d7e8f9 0a1b2c3d 4e5f6071 8293a4b5 c6d7e8f9")]
    [InlineData("\u200E0a1b2c3d 4e5f6071 8293a4b5 c6d7e8f9 0a1b2c3d 4e5f6071 8293a4b5 c6d7e8f9")]
    [InlineData("sha256 Fingerprint=0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9")]
    public async Task A_thumbprint_may_be_written_as_any_tool_shows_it(string thumbprint)
    {
        await using var lambda = await FakeLambda.WithAsync(
            new FakeFunction("renewal", Some.CaVariables("CaRenewal"), Some.Fulfilled));

        await Run.OfAsync(lambda, "published", Some.CaArn, thumbprint);

        Assert.Contains($"\"thumbprint\":\"{Some.Thumbprint}\"", lambda.Asked?.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_arrives_as_it_was_written()
    {
        await using var lambda = await FakeLambda.SayingAsync();

        await Run.OfAsync(lambda, "hold", Some.DirectoryId, "--reason", """Müller: "wait" & see 🔑""");

        using var payload = System.Text.Json.JsonDocument.Parse(lambda.Asked!.Value.Payload);
        Assert.Equal("""Müller: "wait" & see 🔑""", payload.RootElement.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("'d-123' is not a directory's id", "plan", "d-123")]
    [InlineData("'D-0123456789' is not a directory's id", "apply", "D-0123456789")]
    [InlineData("is not a directory's id", "hold", Some.CaArn, "--reason", "freeze")]
    [InlineData("is not a directory's id", "hold", Some.CaArn, "--reason", "audit")]
    [InlineData("is not a CA's ARN", "published", Some.DirectoryId, Some.Thumbprint)]
    [InlineData("64 hexadecimal digits", "published", Some.CaArn, "0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D")]
    [InlineData("64 hexadecimal digits", "approve", Some.DirectoryId, "0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D")]
    [InlineData("is not a directory's id", "reject", Some.CaArn, Some.Thumbprint)]
    [InlineData("Required argument 'thumbprint' missing", "approve", Some.DirectoryId)]
    [InlineData("--reason", "hold", Some.DirectoryId)]
    [InlineData("Required argument 'id' missing", "plan")]
    [InlineData("Required command was not provided")]
    [InlineData("'renew'", "renew", Some.DirectoryId)]
    public async Task What_cannot_be_meant_is_said_before_anything_is_asked(string problem, params string[] arguments)
    {
        await using var lambda = await FakeLambda.SayingAsync();

        var run = await Run.OfAsync(lambda, arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Empty(lambda.Calls);
    }
}
