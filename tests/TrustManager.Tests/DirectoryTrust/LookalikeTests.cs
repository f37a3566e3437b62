using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using Infra.TrustManager.Tests.Fakes;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>Others registered a certificate whose name and expiry are those of a desired one.</summary>
public sealed class LookalikeTests : IDisposable
{
    private static readonly CaCertificate Desired = Ca("Agency CA");

    /// <summary>The same CA and dates, another key.</summary>
    private static readonly CaCertificate Twin = Desired with
    {
        Thumbprint = new string('7', 64), Pem = "PEM of the twin", KeyThumbprint = "KEY OF the twin",
    };

    private readonly RotatingAccount _account = new();

    private FakeDirectory Directory => _account.Base.Directory;

    private int Attempts => _account.Base.Calls.Names.Count(name => name == "RegisterCertificate");

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task One_with_another_key_does_not_stand_for_it()
    {
        var theirs = Register(Twin);

        await _account.DeployAsync(Ldaps(Desired));

        Assert.Equal([theirs.Certificate, Desired], Directory.Entries.Select(entry => entry.Certificate));
        await ExpectNoAttemptsAsync(days: 3);
        Assert.Contains(theirs, Directory.Entries);
    }

    [Fact]
    public async Task The_same_one_is_left_to_its_owner_and_tried_once()
    {
        var theirs = Register(Desired);

        var answer = await _account.Base.CreateAsync(Ldaps(Desired));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal(1, Attempts);
        Assert.Contains("was registered by others and is left alone", answer.Reason, StringComparison.Ordinal);
        Assert.Equal([theirs], Directory.Entries);
        await ExpectNoAttemptsAsync(days: 3);
    }

    [Fact]
    public async Task In_a_full_directory_it_is_tried_again_once_a_slot_is_free_and_nothing_leaves_before()
    {
        Directory.Ceilings[CertificatePurpose.Ldaps] = 3;
        await _account.DeployAsync(Ldaps(Ca("Before")));
        var theirs = Register(Twin);
        var other = Register(Ca("Other"));

        await _account.DeployAsync(Ldaps(Desired));

        Assert.Contains("Before", _account.Names);
        _account.Base.Calls.Heal();
        await _account.PassAsync(days: 20);
        Assert.Equal(0, Attempts);
        Assert.Contains("Before", _account.Names);
        var plan = await _account.AskAsync(new JsonObject { ["request"] = "plan" });
        Assert.Contains("may have another key", plan["notes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(plan["steps"]!.AsArray());

        Directory.Entries.Remove(other);
        await _account.PassAsync(days: 10);
        Assert.Equal([theirs.Certificate, Desired], Directory.Entries.Select(entry => entry.Certificate));
    }

    [Fact]
    public async Task Of_two_that_look_alike_the_one_that_goes_may_have_been_it()
    {
        var (twin, same) = (Register(Twin), Register(Desired));
        await _account.DeployAsync(Ldaps(Desired));
        Assert.Equal([twin, same], Directory.Entries);

        Directory.Entries.Remove(same);
        await _account.PassAsync(days: 1);

        Assert.Equal([Twin, Desired], Directory.Entries.Select(entry => entry.Certificate));
        await ExpectNoAttemptsAsync(days: 3);
    }

    [Fact]
    public async Task Two_desired_ones_that_look_alike_are_told_apart()
    {
        var theirs = Register(Twin);

        await _account.DeployAsync(Ldaps(Desired, Twin));

        Assert.Equal([Twin, Desired], Directory.Entries.Select(entry => entry.Certificate));
        Assert.Contains(theirs, Directory.Entries);
        await ExpectNoAttemptsAsync(days: 3);
    }

    [Theory]
    [InlineData(CallFault.AnswerLost)]
    [InlineData(CallFault.CrashAfter)]
    public async Task It_is_ours_although_the_answer_was_lost(CallFault fault)
    {
        var theirs = Register(Twin);
        await _account.Base.CreateAsync(Ldaps(Ca("Before")));
        var calls = _account.Base.Calls;
        for (var call = 0; call < 30; call++)
        {
            calls.Plan(call, fault, 1);
            await _account.Base.UpdateAsync(Ldaps(Ca("Before")), Ldaps(Ca("Before"), Desired));
            calls.Heal();
            Assert.Single(Directory.Entries, entry => entry.Certificate.Equals(Desired));
            await _account.Base.UpdateAsync(Ldaps(Ca("Before"), Desired), Ldaps(Ca("Before")));
            Assert.DoesNotContain(Directory.Entries, entry => entry.Certificate.Equals(Desired));
            Assert.Contains(theirs, Directory.Entries);
        }
    }

    [Fact]
    public async Task Only_the_same_one_is_adopted()
    {
        var (twin, same) = (Register(Twin), Register(Ca("Lost")));
        var properties = TrustAccount.Properties(Ldaps(Desired, Ca("Lost")));
        properties["AdoptRegistered"] = "true";

        var answer = await _account.Base.SendAsync("Create", properties);

        Assert.True(answer.Succeeded, answer.Reason);
        var ours = _account.Memory.Certificates.Select(entry => entry.CertificateId).ToArray();
        Assert.Contains(same.Id, ours);
        Assert.DoesNotContain(twin.Id, ours);
        Assert.Equal([Twin, Ca("Lost"), Desired], Directory.Entries.Select(entry => entry.Certificate));
    }

    private FakeEntry Register(CaCertificate certificate)
    {
        FakeSource.Known[certificate.Pem] = certificate;
        return Directory.Add(certificate, CertificatePurpose.Ldaps, RegistrationState.Registered);
    }

    private async Task ExpectNoAttemptsAsync(int days)
    {
        _account.Base.Calls.Heal();
        await _account.PassAsync(days);
        Assert.Equal(0, Attempts);
    }
}
