using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.Settings;

public sealed class FunctionChoiceTests
{
    [Fact]
    public void The_handler_chooses_the_function() =>
        Assert.Equal("CaActivation", Choose(("_HANDLER", "CaActivation")));

    [Fact]
    public void The_variable_wins_over_the_handler() =>
        Assert.Equal("CaRevocation", Choose(("_HANDLER", "TrustManager"), ("TRUST_MANAGER_FUNCTION", "CaRevocation")));

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_known_ones()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Choose(("_HANDLER", "bootstrap")));

        Assert.Contains("_HANDLER is 'bootstrap'", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "CaRevocation, FirstCrl, CaActivation, DirectoryTrust, DirectoryReconcile, DirectoryRead, CaRenewal, CaRead",
            error.Message,
            StringComparison.Ordinal);
    }

    private static string Choose(params (string Name, string Value)[] variables) =>
        FunctionChoice.From(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
