
set -u

say() { printf 'penumbra: %s\n' "$1" >&2; }
give_up() { say "$1"; exit 1; }

line=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" "$tasks")
[ -n "$line" ] || give_up "$(uname -n) does not see $tasks: the runs folder must be on a file system that the nodes share"
tab=$(printf '\t')
threads=${line%%"$tab"*}
line=${line#*"$tab"}
device=${line%%"$tab"*}
run=${line#*"$tab"}

state_is() { grep -q "^  \"state\": \"$1\"" "$run/status.json" 2>/dev/null; }

# The state of a run that waits for its next turn, or again that of one that does not.
change_state() {
    # Without the checksum, the last field: only Penumbra itself makes one.
    sed -e "s/^  \"state\": \"$1\"/  \"state\": \"$2\"/" \
        -e '/^  "sha256": /d' -e '/^  "heartbeat": /s/,$//' \
        "$run/status.json" >"$run/.status.$$" &&
        mv -f "$run/.status.$$" "$run/status.json"
}

# A requeued task must not run twice.
if state_is finished || state_is cancelled; then
    say "$run is done"
    exit 0
fi

environment "$threads"
cd "$installation" && [ -x "$1" ] ||
    give_up "$(uname -n) does not see $1 or $installation: Penumbra and its Java must be on a file system that the nodes share"

asked() { [ -e "$run/requests/pause" ] || [ -e "$run/requests/cancel" ]; }
checkpoints() { ls "$run/checkpoints" 2>/dev/null; }

worker=
signals=0
cause=
by_user=

# What was asked before the signal came is the user's wish, not the cluster's.
hear() {
    signals=$((signals + 1))
    [ "$cause" = USR1 ] || cause=$1
    ! asked || by_user=yes
    say "told to save and end ($1)"
    [ -z "$worker" ] || kill -s TERM "$worker" 2>/dev/null || :
}
trap 'hear USR1' USR1
trap 'hear TERM' TERM

before=$(checkpoints)
"$@" "$run" --device "$device" </dev/null >>"$run/worker.log" 2>&1 &
worker=$!
[ "$signals" = 0 ] || kill -s TERM "$worker" 2>/dev/null || :

# A signal ends the waiting, not the worker.
code=127
while :; do
    heard=$signals
    wait "$worker"
    ended=$?
    [ "$ended" = 127 ] || code=$ended
    [ "$signals" != "$heard" ] || break
done

# 130 is the worker's own word; 143 comes from one that was stopped before it could say any.
case $code in 130 | 143) ;; *) exit "$code" ;; esac
[ -n "$cause" ] && [ -z "$by_user" ] && ! asked && ! state_is cancelled || exit "$code"

# Slurm itself requeues what it has taken off the node; what was cancelled must stay so.
job=$(scontrol show job "$SLURM_JOB_ID") || give_up "scontrol does not answer: the run is not requeued"
case $job in *" JobState=RUNNING "*) ;; *) exit "$code" ;; esac
case $job in
    *" PreemptTime=None"*) preempted= ;;
    *" PreemptTime="*) preempted=yes ;;
    *) preempted= ;;
esac
if [ -z "$preempted" ]; then
    # Neither the time limit nor another job: somebody asked for the end.
    [ "$cause" = USR1 ] || exit "$code"
    [ "$(checkpoints)" != "$before" ] ||
        give_up "no checkpoint was added within the time limit: give the runs more time (--time)"
fi

change_state paused queued
if scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"; then
    say "saved and requeued"
else
    change_state queued paused
    give_up "Slurm does not requeue the run: the same command goes on with it"
fi
exit "$code"
