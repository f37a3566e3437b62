using System.Text;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Tests.Messages;

public sealed class SnsMessagesTests
{
    [Theory]
    [InlineData("Directory d-1: a scheduled run failed", "Directory d-1: a scheduled run failed")]
    [InlineData(" 'M\u00fcller CA'\nexpires", "'M?ller CA'?expires")]
    public void A_subject_is_one_line_of_ascii(string subject, string sent) =>
        Assert.Equal(sent, SnsMessages.SubjectOf(subject));

    [Fact]
    public void A_text_keeps_its_lines_and_shows_what_would_control_a_terminal() =>
        Assert.Equal("One\nTwo \\u001b[2J \\u202e", SnsMessages.TextOf("One\nTwo \u001b[2J \u202e"));

    [Fact]
    public void A_long_subject_is_cut_to_what_sns_takes()
    {
        var subject = SnsMessages.SubjectOf(new string('x', 101));

        Assert.Equal(100, subject.Length);
        Assert.EndsWith("...", subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut_to_what_sns_takes() =>
        Assert.True(Encoding.UTF8.GetByteCount(SnsMessages.TextOf(new string('\u20ac', 200_000))) <= SnsMessages.MaxTextBytes);
}
