using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class DirectoryTrustTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Issuer = Ca("Issuer");
    private static readonly CaCertificate Next = Ca("Next");

    private readonly TrustAccount _account = new(() => TimeSpan.FromSeconds(40));

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task From_nothing_to_enabled_smart_card_sign_in()
    {
        var answer = await _account.CreateAsync(SmartCard("http://ocsp.example.com", Root, Issuer));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal($"directory-trust/{DirectoryId}", answer.PhysicalResourceId);
        Assert.True(_account.Directory.IsOn(CertificatePurpose.SmartCard));
        Assert.Equal(["Root", "Issuer"], Names());
        Assert.Equal($"{Id(1)},{Id(2)}", answer.Data[DirectoryTrustOutputs.CertificateIds]);
        Assert.Equal("true", answer.Data[DirectoryTrustOutputs.Changed]);
    }

    [Fact]
    public async Task Doing_it_again_changes_nothing()
    {
        await _account.CreateAsync(Ldaps(Root));

        var answer = await _account.UpdateAsync(Ldaps(Root), Ldaps(Root));

        Assert.Equal("false", answer.Data[DirectoryTrustOutputs.Changed]);
    }

    [Fact]
    public async Task Delete_restores_what_was_there()
    {
        Foreign(Next);
        await _account.CreateAsync(Ldaps(Root, Issuer));

        var answer = await _account.DeleteAsync(Ldaps(Root, Issuer));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(["Next"], Names());
        Assert.False(_account.Directory.IsOn(CertificatePurpose.Ldaps));
        Assert.Null(_account.Memory.Stored);
    }

    [Fact]
    public async Task A_failed_registration_is_answered_with_its_reason_and_rolled_back()
    {
        await _account.CreateAsync(Ldaps(Root));
        _account.Directory.Unacceptable.Add("Next");

        var answer = await _account.UpdateAsync(Ldaps(Root), Ldaps(Next));
        var back = await _account.UpdateAsync(Ldaps(Next), Ldaps(Root));

        Assert.False(answer.Succeeded);
        Assert.Contains("'Next'", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("It is not liked", answer.Reason, StringComparison.Ordinal);
        Assert.True(back.Succeeded, back.Reason);
        Assert.Equal(["Root"], Names());
    }

    [Fact]
    public async Task What_is_replaced_stays_for_the_overlap_and_the_answer_names_its_day()
    {
        _account.OverlapDays = 7;
        await _account.CreateAsync(Ldaps(Root));
        _account.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await _account.UpdateAsync(Ldaps(Root), Ldaps(Next));
        _account.Time.Advance(TimeSpan.FromDays(8));
        var later = await _account.UpdateAsync(Ldaps(Next), Ldaps(Next));

        Assert.Contains("from 2026-11-28 on: deregister 'Root'", answer.Data[DirectoryTrustOutputs.Waiting], StringComparison.Ordinal);
        Assert.Contains("from 2026-11-28 on", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(DirectoryTrustOutputs.None, later.Data[DirectoryTrustOutputs.Waiting]);
        Assert.Equal(["Next"], Names());
    }

    [Fact]
    public async Task A_rollback_needs_no_sources()
    {
        await _account.CreateAsync(Ldaps(Root));
        _account.Source.IsBroken = true;

        var answer = await _account.UpdateAsync(Ldaps(Root), Ldaps(Next));
        var back = await _account.UpdateAsync(Ldaps(Next), Ldaps(Root));

        Assert.False(answer.Succeeded);
        Assert.True(back.Succeeded, back.Reason);
    }

    [Fact]
    public async Task A_ceiling_that_nobody_knew_is_learned()
    {
        _account.Directory.Ceilings[CertificatePurpose.SmartCard] = 1;
        await _account.CreateAsync(SmartCard(null, Root));

        var answer = await _account.UpdateAsync(SmartCard(null, Root), SmartCard(null, Root, Next));

        Assert.False(answer.Succeeded);
        Assert.Contains("takes 1 certificates and has 1", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_stack_neither_takes_over_nor_deletes()
    {
        await _account.CreateAsync(Ldaps(Root));
        _account.StackId = Some.StackId + "2";

        var create = await _account.CreateAsync(Ldaps(Next));
        var delete = await _account.DeleteAsync(Ldaps(Next));

        Assert.False(create.Succeeded);
        Assert.Contains("is managed by resource Trust of stack", create.Reason, StringComparison.Ordinal);
        Assert.True(delete.Succeeded);
        Assert.Equal(["Root"], Names());
        Assert.NotNull(_account.Memory.Memory);
    }

    [Fact]
    public async Task With_its_memory_lost_nothing_is_removed()
    {
        await _account.CreateAsync(Ldaps(Root));
        _account.Memory.Stored = null;

        var update = await _account.UpdateAsync(Ldaps(Root), Ldaps(Next));
        _account.Memory.Stored = null;
        var delete = await _account.DeleteAsync(Ldaps(Next));

        Assert.Contains("memory of this directory was lost", update.Reason, StringComparison.Ordinal);
        Assert.Contains("Nothing is remembered", delete.Reason, StringComparison.Ordinal);
        Assert.Equal(["Root", "Next"], Names());
    }

    [Fact]
    public async Task What_is_found_after_a_loss_becomes_ours_where_that_is_wanted()
    {
        await _account.CreateAsync(Ldaps(Root));
        _account.Memory.Stored = null;
        var adopting = TrustAccount.Properties(Ldaps(Root));
        adopting["AdoptRegistered"] = "true";

        await _account.SendAsync("Update", adopting, TrustAccount.Properties(Ldaps(Root)));
        var update = await _account.UpdateAsync(Ldaps(Root), Ldaps(Next));

        Assert.True(update.Succeeded, update.Reason);
        Assert.Equal(["Next"], Names());
    }

    [Fact]
    public async Task A_directory_that_is_gone_needs_no_restoring()
    {
        await _account.CreateAsync(Ldaps(Root));
        _account.Directory.Facts = null;

        var answer = await _account.DeleteAsync(Ldaps(Root));

        Assert.True(answer.Succeeded);
        Assert.Null(_account.Memory.Stored);
    }

    [Fact]
    public async Task A_directory_that_cannot_do_it_is_told_apart_before_any_change()
    {
        _account.Directory.Facts = _account.Directory.Facts! with { Type = "SimpleAD", Stage = "Creating" };

        var answer = await _account.CreateAsync(new DesiredTrust(SmartCard(null, Root).SmartCard, Ldaps(Root).Ldaps));

        Assert.Contains("stage is Creating", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("needs an ADConnector; remove the smartCard", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("needs an ADConnector or MicrosoftAD", answer.Reason, StringComparison.Ordinal);
        Assert.Empty(_account.Directory.Entries);
    }

    [Fact]
    public async Task Properties_that_make_no_sense_are_all_reported()
    {
        var answer = await _account.SendAsync("Create", new() { ["DirectoryId"] = "d-1", ["Ldaps"] = "[" });

        Assert.Contains("DirectoryId is 'd-1'", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("StateBucketName is missing", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("Ldaps cannot be read", answer.Reason, StringComparison.Ordinal);
    }

    private void Foreign(CaCertificate certificate) =>
        _account.Directory.Add(certificate, CertificatePurpose.Ldaps, RegistrationState.Registered);

    private IEnumerable<string> Names() => _account.Directory.Entries
        .Where(entry => entry.State != RegistrationState.Deregistering).Select(entry => entry.Certificate.CommonName);
}
