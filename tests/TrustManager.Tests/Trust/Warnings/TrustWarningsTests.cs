using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Trust;
using Infra.TrustManager.Trust.Warnings;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust.Warnings;

public sealed class TrustWarningsTests
{
    private static readonly CaCertificate Root = Ca("Root", daysLeft: 1000);

    [Theory]
    [InlineData(819.9, "")]
    [InlineData(820, "successor/180")]
    [InlineData(879.9, "successor/180")]
    [InlineData(880, "successor/120 last-registration/30")]
    [InlineData(896, "successor/120 last-registration/14")]
    [InlineData(909.5, "successor/120 last-registration/1")]
    [InlineData(910, "successor/90")]
    [InlineData(940, "successor/90 expiry/60")]
    [InlineData(993, "successor/90 expiry/7")]
    [InlineData(997, "successor/90 expiry/3")]
    [InlineData(999.5, "successor/90 expiry/1")]
    [InlineData(1000, "expired")]
    public void An_end_without_a_successor_is_told_at_each_level_once(double day, string levels)
    {
        var messages = On(day, [Root], Root);

        Assert.Equal(
            levels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            messages.Select(message => message.Key.Replace($"/Ldaps/{Root.Thumbprint}", "", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void A_successor_ends_every_warning_until_the_old_one_is_expired()
    {
        var next = Ca("Next", daysLeft: 3000, of: "Root");

        Assert.Empty(On(950, [Root, next], Root, next));
        Assert.Contains(
            "take it out of its sources", Assert.Single(On(1000, [Root, next], Root, next)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_successor_that_is_not_on_the_directory_does_not_help_before_the_end()
    {
        var next = Ca("Next", daysLeft: 3000, of: "Root");

        var message = Assert.Single(On(970, [Root], Root, next));

        Assert.StartsWith("expiry/", message.Key, StringComparison.Ordinal);
        Assert.Contains("'Next'", message.Text, StringComparison.Ordinal);
        Assert.Contains("not usable on the directory yet", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_certificate_of_another_name_is_named_as_a_possible_successor()
    {
        var other = Ca("Renamed", daysLeft: 3000);

        var message = Assert.Single(On(820, [Root, other], Root, other));

        Assert.Contains("'Renamed' (expires 2035-02-07)", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_same_ca_issued_later_is_a_successor_whatever_its_name()
    {
        var first = Ca("Issuing 1") with { IssuerThumbprint = Root.Thumbprint };
        var second = Ca("Issuing 2", daysLeft: 3000) with { IssuerThumbprint = Root.Thumbprint };

        Assert.Empty(On(880, [first, second], first, second));
    }

    [Fact]
    public void What_the_same_ca_issued_at_the_same_time_is_no_successor()
    {
        var first = Ca("Issuing 1") with { IssuerThumbprint = Root.Thumbprint };
        var beside = Ca("Issuing 2", daysLeft: 3000) with { IssuerThumbprint = Root.Thumbprint };
        var memory = Remembering(Ours(1, first).Since(-100), Ours(2, beside).Since(-100));

        Assert.Contains(
            On(820, memory, [first, beside], first, beside),
            message => message.Key.StartsWith("successor/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_says_what_it_is_the_days_and_what_to_do()
    {
        var message = On(900, [Root], Root).First(message => message.Key.StartsWith("successor", StringComparison.Ordinal));

        Assert.Equal($"Directory {DirectoryId}: no successor for 'Root', 100 days left", message.Subject);
        Assert.Contains($"{DirectoryId} (Head office)", message.Text, StringComparison.Ordinal);
        Assert.Contains(Root.Thumbprint, message.Text, StringComparison.Ordinal);
        Assert.Contains("What to do: have the CA renewed", message.Text, StringComparison.Ordinal);
        Assert.Contains($"dotnet run --project trust -- plan {DirectoryId}", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_is_ascii_and_short_whatever_a_ca_is_called()
    {
        var root = Ca("Zertifizierungsstelle für die Anmeldung mit Karten im Hauptgebäude und in den Außenstellen");

        var message = On(1000, [root], root)[0];

        Assert.True(message.Subject.Length <= 100);
        Assert.All(message.Subject, letter => Assert.InRange(letter, ' ', '~'));
    }

    [Fact]
    public void What_somebody_did_by_hand_is_told_for_a_month()
    {
        var memory = Memory(Root).Drifting(new Occasion(Now, "r"), CertificatePurpose.Ldaps, "off", "LDAPS was switched off");

        Assert.Contains("LDAPS was switched off", Assert.Single(On(29, memory, [Root], Root)).Text, StringComparison.Ordinal);
        Assert.Empty(On(30, memory, [Root], Root));
    }

    [Theory]
    [InlineData(RotationMode.Automatic, 0)]
    [InlineData(RotationMode.AddOnly, 1)]
    [InlineData(RotationMode.Report, 2)]
    public void What_the_mode_leaves_to_a_person_is_told_with_the_command(RotationMode mode, int steps)
    {
        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(Ours(1, Root).Since(-1)), Ldaps(Ca("Next")));

        var messages = TrustWarnings.For(
            DirectoryId, null, State(on: true, Listed(1, Root)), Memory(Root), Ldaps(Root), plan, mode, Now);

        Assert.Equal(steps > 0, messages.Count == 1);
        Assert.All(messages, message => Assert.Contains($"{steps} step", message.Subject, StringComparison.Ordinal));
        Assert.All(messages, message => Assert.Contains(
            $"dotnet run --project trust -- apply {DirectoryId}", message.Text, StringComparison.Ordinal));
    }

    private static TrustMemory Memory(params CaCertificate[] registered) =>
        Remembering([.. registered.Select((ca, i) => Ours(i + 1, ca).Since(-100 + i))]);

    private static IReadOnlyList<Message> On(double day, CaCertificate[] registered, params CaCertificate[] desired) =>
        On(day, Memory(registered), registered, desired);

    private static IReadOnlyList<Message> On(
        double day, TrustMemory memory, CaCertificate[] registered, params CaCertificate[] desired) => TrustWarnings.For(
        DirectoryId,
        "Head office",
        State(on: true, [.. registered.Select((ca, i) => Listed(i + 1, ca))]),
        memory,
        Ldaps(desired),
        new TrustPlan([], [], []),
        RotationMode.Automatic,
        Now.AddDays(day));
}
